//! The worker of the browser part; see `gongxun::app::worker`.

fn main() {
    gongxun::app::worker::start();
}
