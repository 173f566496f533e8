import type { LanguageFn } from 'highlight.js';
import { createLowlight } from 'lowlight';
import type { ReactNode } from 'react';
import type { Grammar } from '../model/code-languages';

const lowlight = createLowlight();

const LANGUAGES: Record<Grammar, () => Promise<{ default: LanguageFn }>> = {
  bash: () => import('highlight.js/lib/languages/bash'),
  c: () => import('highlight.js/lib/languages/c'),
  cpp: () => import('highlight.js/lib/languages/cpp'),
  csharp: () => import('highlight.js/lib/languages/csharp'),
  css: () => import('highlight.js/lib/languages/css'),
  diff: () => import('highlight.js/lib/languages/diff'),
  dockerfile: () => import('highlight.js/lib/languages/dockerfile'),
  go: () => import('highlight.js/lib/languages/go'),
  graphql: () => import('highlight.js/lib/languages/graphql'),
  ini: () => import('highlight.js/lib/languages/ini'),
  java: () => import('highlight.js/lib/languages/java'),
  javascript: () => import('highlight.js/lib/languages/javascript'),
  json: () => import('highlight.js/lib/languages/json'),
  kotlin: () => import('highlight.js/lib/languages/kotlin'),
  lua: () => import('highlight.js/lib/languages/lua'),
  makefile: () => import('highlight.js/lib/languages/makefile'),
  markdown: () => import('highlight.js/lib/languages/markdown'),
  php: () => import('highlight.js/lib/languages/php'),
  python: () => import('highlight.js/lib/languages/python'),
  r: () => import('highlight.js/lib/languages/r'),
  ruby: () => import('highlight.js/lib/languages/ruby'),
  rust: () => import('highlight.js/lib/languages/rust'),
  scala: () => import('highlight.js/lib/languages/scala'),
  scss: () => import('highlight.js/lib/languages/scss'),
  sql: () => import('highlight.js/lib/languages/sql'),
  swift: () => import('highlight.js/lib/languages/swift'),
  typescript: () => import('highlight.js/lib/languages/typescript'),
  xml: () => import('highlight.js/lib/languages/xml'),
  yaml: () => import('highlight.js/lib/languages/yaml'),
};

export function knows(grammar: Grammar): boolean {
  return lowlight.registered(grammar);
}

/** Fetches what a language is made of. */
export async function learn(grammar: Grammar): Promise<void> {
  const { default: language } = await LANGUAGES[grammar]();
  lowlight.register(grammar, language);
}

/** Code with its parts marked by classes, which the style sheet colours. Of a language that is known. */
export function highlighted(text: string, grammar: Grammar): ReactNode {
  return lowlight.highlight(grammar, text).children.map(shown);
}

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

function shown(node: Node, key: number): ReactNode {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return null;
  return (
    <span key={key} className={[node.properties['className']].flat().join(' ')}>
      {node.children.map(shown)}
    </span>
  );
}
