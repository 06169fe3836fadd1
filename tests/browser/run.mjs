// Runs all stories in one process, with one server and one browser of each kind:
// `cargo xtask test` builds the fixture site and sets STORIES_DIST, GONGXUN, CHROMIUM and CHROMIUM_86.

import './stories/start.mjs';
import './stories/late.mjs';
import './stories/damage.mjs';
import './stories/search.mjs';
import './stories/list.mjs';
import './stories/complete.mjs';
import './stories/question.mjs';
import './stories/read.mjs';
import './stories/time.mjs';
import './stories/map.mjs';
import './stories/linked.mjs';
import './stories/add.mjs';
import './stories/english.mjs';
import './stories/embed.mjs';
