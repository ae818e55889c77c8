/* Where the tests' server has the site. Neither is the root: every test also tests that the site's addresses are relative. */
export const WHOLE = "/some/path/";
export const TWO_SHARDS = "/a/class/room/";
export const ISOLATED = "/all/alone/";
