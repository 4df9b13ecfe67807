import type { Plugin } from 'vite';

const text = String.raw`\x60(?:[^\x60\\]|\\.)*\x60`;
/** A message whose English differs for one begins with that case. */
const one = String.raw`\tif \(\(i\?\.(\w+) === 1 \|\| [^)]+\)\) return .*?\((${text})\);\n`;
const translation = new RegExp(
  String.raw`^const (?:zh_cn2|en)_\w+ = .*\((i?)\) => \{\n(?:${one})?\treturn .*?\((${text})\)\n\s*\};$`,
  'gm',
);

/** A page is in the language it was sent in; changing it loads another page. */
const runtime = `const locale = document.documentElement.lang;\nexport const getLocale = () => locale;\n`;

/**
 * Writes the compiled messages shorter for browsers: each comes with the same forty bytes of choosing a language, a
 * page has some 250 of them, and compression takes away only half of that. A message of another form stays as it is.
 * The language is the page's: browsers need none of what finds it out from an address, a cookie or a request.
 */
export const compactWords: Plugin = {
  name: 'compact-words',
  transform(code, id, options) {
    if (options?.ssr) return undefined;
    if (id.endsWith('/app/paraglide/runtime.js')) return { code: runtime, map: null };
    const name = /\/app\/paraglide\/messages\/([a-z]\w*)\.js$/.exec(id)?.[1];
    if (!name) return undefined;
    const both = [...code.matchAll(translation)];
    if (both.length !== 2) return undefined;
    const filled = both.some(([, inputs]) => inputs);
    const [zh, en] = both.map(([, , count, single, words]) => {
      const all = count ? `i.${count} == 1 ? ${single} : ${words}` : words;
      return filled ? `(i) => ${all!.replaceAll('${i?.', '${i.')}` : all;
    });
    const make = filled ? 'phrase' : 'word';
    return {
      code: `import { ${make} } from '~/word';\nexport const ${name} = /*@__PURE__*/ ${make}(${zh}, ${en});\n`,
      map: null,
    };
  },
};
