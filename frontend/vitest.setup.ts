import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// What is awaited may first have to be loaded, and then takes its time beside a build.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

// The simulated page has no layout, so nothing in it changes its size.
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// And is as wide as one likes.
globalThis.matchMedia = (query) => Object.assign(new EventTarget(), { matches: query.includes('min-width') }) as never;
