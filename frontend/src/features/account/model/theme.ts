import { PageChoice, usePageChoice } from './page-choice';
import { DENSITY_KEY, THEME_KEY } from './theme-script';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'cosy' | 'compact';

const theme = new PageChoice<Theme>({
  key: THEME_KEY,
  attribute: 'theme',
  values: ['light', 'dark'],
  otherwise: 'system',
});

const density = new PageChoice<Density>({
  key: DENSITY_KEY,
  attribute: 'density',
  values: ['compact'],
  otherwise: 'cosy',
});

export const chooseTheme = theme.choose;
export const chooseDensity = density.choose;

export function useTheme(): Theme {
  return usePageChoice(theme);
}

export function useDensity(): Density {
  return usePageChoice(density);
}
