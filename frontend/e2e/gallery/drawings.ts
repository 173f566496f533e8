import type { Browser } from '@playwright/test';

/** What people look like in the gallery, drawn here so that the pictures are of nobody. */
export interface Portrait {
  back: string;
  skin: string;
  hair: string;
  top: string;
  cut: 'short' | 'long' | 'bun' | 'curly' | 'bob' | 'beard';
}

const FRINGE = 'M80 104c-8-56 28-76 48-76s56 20 48 76c-8-26-24-38-48-38s-40 12-48 38z';

const BEHIND: Record<Portrait['cut'], string> = {
  short: '',
  beard: '',
  bun: '<circle cx="128" cy="30" r="24"/>',
  curly:
    '<circle cx="84" cy="76" r="26"/><circle cx="104" cy="50" r="28"/><circle cx="140" cy="44" r="28"/><circle cx="170" cy="72" r="28"/><circle cx="76" cy="108" r="20"/><circle cx="180" cy="106" r="20"/>',
  long: '<path d="M68 112c-6-70 36-90 60-90s66 20 60 90c-2 42 4 62 12 92H56c8-30 14-50 12-92z"/>',
  bob: '<path d="M70 112c-8-66 34-88 58-88s66 22 58 88c0 26-2 38-6 48H76c-4-10-6-22-6-48z"/>',
};

function portrait({ back, skin, hair, top, cut }: Portrait): string {
  const beard =
    cut === 'beard'
      ? `<path d="M82 118c4 44 24 52 46 52s42-8 46-52c-8 20-26 22-46 22s-38-2-46-22z" fill="${hair}"/>`
      : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 256 256">
    <rect width="256" height="256" fill="${back}"/>
    <g fill="${hair}">${BEHIND[cut]}</g>
    <path d="M24 256c4-56 44-78 104-78s100 22 104 78z" fill="${top}"/>
    <path d="M104 140h48v42c0 14-10 22-24 22s-24-8-24-22z" fill="${skin}"/>
    <path d="M104 158c14 14 34 14 48 0v14c-14 14-34 14-48 0z" fill="#00000022"/>
    <ellipse cx="128" cy="110" rx="47" ry="56" fill="${skin}"/>
    ${beard}
    <path d="${FRINGE}" fill="${hair}"/>
    <circle cx="110" cy="112" r="5" fill="#1d2433"/><circle cx="146" cy="112" r="5" fill="#1d2433"/>
    <path d="M112 138c10 8 22 8 32 0" fill="none" stroke="#1d2433" stroke-width="5" stroke-linecap="round"/>
  </svg>`;
}

function icon(back: string, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="192" height="192" viewBox="0 0 96 96">
    <rect width="96" height="96" fill="${back}"/>
    <g fill="none" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${inside}</g>
  </svg>`;
}

const WAVES = icon(
  '#2f6f8f',
  '<path d="M16 40c8-8 16-8 24 0s16 8 24 0 12-8 16-4"/><path d="M16 56c8-8 16-8 24 0s16 8 24 0 12-8 16-4"/><path d="M48 12v16" stroke-width="8"/><path d="M16 72c8-8 16-8 24 0s16 8 24 0 12-8 16-4"/>',
);
const BOOK = icon(
  '#8a4b2a',
  '<path d="M48 28c-8-6-18-8-28-8v48c10 0 20 2 28 8 8-6 18-8 28-8V20c-10 0-20 2-28 8z"/><path d="M48 28v48"/>',
);
const PEAK = icon('#3f6b3a', '<path d="M12 74l24-42 14 24 8-12 26 30z"/><circle cx="68" cy="26" r="8"/>');

/** A pier at low tide, early in the morning. */
const PIER = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="600" viewBox="0 0 960 600">
  <defs>
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#33406e"/><stop offset=".55" stop-color="#c77b6b"/><stop offset="1" stop-color="#f6c887"/></linearGradient>
    <linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#d99a78"/><stop offset=".3" stop-color="#5b6f92"/><stop offset="1" stop-color="#25324f"/></linearGradient>
  </defs>
  <rect width="960" height="360" fill="url(#sky)"/>
  <circle cx="660" cy="316" r="54" fill="#ffe6b0"/>
  <path d="M0 340c90-60 150-20 230-40s120-40 200 0 150 20 240-10 200-10 290 30v60H0z" fill="#5a5877"/>
  <rect y="360" width="960" height="240" fill="url(#sea)"/>
  <g stroke="#ffe1b8" stroke-width="4" stroke-linecap="round" opacity=".55"><path d="M560 384h200M590 408h150M540 436h230M610 468h120"/></g>
  <path d="M0 520c160-40 330-10 470 20s300 40 490 10v50H0z" fill="#3a2f35"/>
  <g fill="#241d26">
    <path d="M0 262h430v22H0z"/><path d="M40 284h16v256H40zM150 284h16v260h-16zM260 284h16v270h-16zM370 284h16v276h-16z"/>
    <path d="M56 300l94 110v16L56 316zM166 300l94 110v16l-94-110zM276 300l94 110v16l-94-110z"/>
    <path d="M0 214h430v8H0z"/><path d="M60 214h6v50h-6zM180 214h6v50h-6zM300 214h6v50h-6zM420 214h6v50h-6z"/>
  </g>
  <path d="M392 250h26v300h-26z" fill="#e9e2d2"/>
  <g fill="#c0392b"><path d="M392 300h14v20h-14zM392 340h14v20h-14zM392 380h14v20h-14zM392 420h14v20h-14zM392 460h14v20h-14zM392 500h14v20h-14z"/></g>
  <rect x="380" y="226" width="50" height="34" rx="5" fill="#cfd6df"/><circle cx="416" cy="236" r="4" fill="#4cd07d"/>
</svg>`;

export type Drawing = 'waves' | 'book' | 'peak' | 'pier';

/** Draws all of it, as PNG files. */
export async function draw<Name extends string>(browser: Browser, portraits: Record<Name, Portrait>) {
  const page = await browser.newPage({ viewport: { width: 960, height: 600 } });
  async function png(svg: string): Promise<Buffer> {
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    return page.locator('svg').screenshot();
  }
  const drawn: Record<string, Buffer> = {};
  for (const [name, looks] of Object.entries<Portrait>(portraits)) drawn[name] = await png(portrait(looks));
  const drawings: Record<Drawing, string> = { waves: WAVES, book: BOOK, peak: PEAK, pier: PIER };
  for (const [name, svg] of Object.entries(drawings)) drawn[name] = await png(svg);
  await page.close();
  return drawn as Record<Name | Drawing, Buffer>;
}
