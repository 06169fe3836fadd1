//! What the page that builds an embed's snippet says.

/// The words of one language.
#[allow(missing_docs, reason = "the words themselves say what they are for")]
pub struct EmbedWords {
    pub lede: &'static str,
    pub choose: &'static str,
    pub view: &'static str,
    pub district: &'static str,
    pub everywhere: &'static str,
    pub kind: &'static str,
    pub every_kind: &'static str,
    /// Above the types, and above the sub-types.
    pub kinds: &'static str,
    pub subkinds: &'static str,
    pub words: &'static str,
    pub words_hint: &'static str,
    pub height: &'static str,
    pub height_auto: &'static str,
    pub height_fixed: fn(u32) -> String,
    pub theme: &'static str,
    /// For `""`, `light` and `dark`.
    pub themes: [(&'static str, &'static str); 3],
    pub preview: &'static str,
    /// The title of the frame.
    pub title: fn(district: Option<&str>) -> String,
    pub element: &'static str,
    pub element_note: &'static str,
    pub frame: &'static str,
    pub frame_note: &'static str,
    pub copy: &'static str,
    pub host: &'static str,
    pub host_notes: &'static [&'static str],
    pub only_site: &'static str,
    /// At the foot of an embedded explorer.
    pub whole: &'static str,
    /// On the about page.
    pub invite: &'static str,
    pub make: &'static str,
}

/// The Chinese table.
pub(super) static ZH: EmbedWords = EmbedWords {
    lede: "把本站的检索、时间或地区放进区县工会、基层工会自己的网页：选好下面几项，复制代码，贴到网页里。内容随本站更新，不用再改。",
    choose: "选择",
    view: "先显示",
    district: "地区",
    everywhere: "全部地区",
    kind: "类型",
    every_kind: "全部类型",
    kinds: "大类",
    subkinds: "小类",
    words: "检索词",
    words_hint: "可以不填",
    height: "高度",
    height_auto: "随内容",
    height_fixed: |pixels| format!("{pixels} 像素，内部滚动"),
    theme: "明暗",
    themes: [("", "随读者的设备"), ("light", "浅色"), ("dark", "深色")],
    preview: "预览",
    title: |district| match district {
        Some(name) => format!("{name}工会活动"),
        None => "工会活动".to_owned(),
    },
    element: "代码一：网页允许外来脚本时用",
    element_note: "与网页融为一体，高度自己适应；同一页放几个，资料只载入一份。不能运行时自动换成框架，再不能就显示其中的链接。",
    frame: "代码二：网站后台只允许框架（iframe）时用",
    frame_note: "与网页互不影响。高度“随内容”要靠第二行脚本；后台不许贴脚本的，请选固定高度。",
    copy: "复制代码",
    host: "给网站管理员",
    host_notes: &[
        "除了本站，嵌入的内容不向任何地方发送请求，不用 Cookie，也不在读者设备上存东西。",
        "网页若设了内容安全策略：代码一要在 script-src 里加上本站地址和 'wasm-unsafe-eval'，connect-src 里加上本站地址；代码二只要在 frame-src 里加上本站地址。",
        "本站所在的主机要允许别的网站读取文件（Access-Control-Allow-Origin: *），做法见说明文档。",
    ],
    only_site: "这是单文件版，不能嵌入别的网页：嵌入要由放在网站上的那一份来提供。请在网站版里打开本页。",
    whole: "在工讯中打开",
    invite: "放进自己的网页",
    make: "选择内容，生成代码",
};
