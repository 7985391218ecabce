// What the page takes from the tool.
export { TopBar } from './topbar.js';
export { Caption, HandsetStrip } from './caption.js';
export { Inspector } from './inspector.js';
export { TabBar } from './tabbar.js';
export { TimelineScreen, ClockScreen, CallsScreen, HandsetScreen } from './screens.js';
