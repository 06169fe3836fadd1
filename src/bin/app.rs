//! The browser part; see `gongxun::app`.

fn main() {
    gongxun::app::start();
}
