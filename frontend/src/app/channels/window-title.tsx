'use client';

import { useWindowTitle } from './page-title';

/** Rendered, not assigned: the framework would put back a title that it does not know of. Its pages here have none. */
export function WindowTitle() {
  return <title>{useWindowTitle()}</title>;
}
