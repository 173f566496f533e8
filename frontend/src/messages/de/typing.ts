import type { Translated } from '../translated';
import type { typing as english } from '../en/typing';

export const typing: Translated<typeof english> = {
  one: '<b>{name}</b> schreibt …',
  two: '<b>{first}</b> und <b>{second}</b> schreiben …',
  several: 'Mehrere schreiben …',
};
