export const THEME_KEY = 'webchat.theme';
export const DENSITY_KEY = 'webchat.density';

/**
 * Runs before the first paint, so that what was chosen never flashes in late; and again whenever another tab of this browser
 * has chosen otherwise.
 */
export const THEME_SCRIPT = `(()=>{const d=document.documentElement.dataset,f=()=>{try{const t=localStorage.getItem('${THEME_KEY}');t==='light'||t==='dark'?d.theme=t:delete d.theme;localStorage.getItem('${DENSITY_KEY}')==='compact'?d.density='compact':delete d.density}catch{}};f();addEventListener('storage',f)})()`;
