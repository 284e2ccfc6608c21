import { unreachable } from '../../../shared/unreachable.ts';

/**
 * Line (from 1) of the first syntax error of a JSON text; the last line when the text just ends.
 * JSON.parse names a position for some errors only. Nesting is kept in a list, so that no depth of
 * brackets exhausts the stack.
 */
export function jsonErrorLine(text: string): number {
  return text.slice(0, errorOffset(text)).split('\n').length;
}

type Expected = 'value' | 'firstValue' | 'key' | 'firstKey' | 'colon' | 'next' | 'end';

const space = /[ \t\r\n]*/y;
const token =
  // eslint-disable-next-line no-control-regex -- JSON forbids control characters within strings
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;

function errorOffset(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  for (;;) {
    space.lastIndex = offset;
    space.exec(text);
    offset = space.lastIndex;
    token.lastIndex = offset;
    const found = token.exec(text)?.[0];
    if (found === undefined) return offset;
    const next = step(expected, found, open);
    if (next === null) return offset;
    expected = next;
    offset = token.lastIndex;
  }
}

/** What has to follow `found`; null when it must not stand here. */
function step(expected: Expected, found: string, open: ('{' | '[')[]): Expected | null {
  const after = (): Expected => (open.length === 0 ? 'end' : 'next');
  const isScalar = !/^[{}[\]:,]$/.test(found);
  switch (expected) {
    case 'firstValue':
    case 'value':
      if (found === '{' || found === '[') {
        open.push(found);
        return found === '{' ? 'firstKey' : 'firstValue';
      }
      if (found === ']' && expected === 'firstValue') {
        open.pop();
        return after();
      }
      return isScalar ? after() : null;
    case 'firstKey':
    case 'key':
      if (found.startsWith('"')) return 'colon';
      if (found !== '}' || expected === 'key') return null;
      open.pop();
      return after();
    case 'colon':
      return found === ':' ? 'value' : null;
    case 'next': {
      const bracket = open.at(-1);
      if (found === ',') return bracket === '{' ? 'key' : 'value';
      if (found !== (bracket === '{' ? '}' : ']')) return null;
      open.pop();
      return after();
    }
    case 'end':
      return null;
    default:
      return unreachable(expected);
  }
}
