export const THEME_KEY = 'webchat.theme';
export const DENSITY_KEY = 'webchat.density';

/** Runs before the first paint, so that what was chosen never flashes in late. */
export const THEME_SCRIPT = `try{const d=document.documentElement.dataset,t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')d.theme=t;if(localStorage.getItem('${DENSITY_KEY}')==='compact')d.density='compact'}catch{}`;
