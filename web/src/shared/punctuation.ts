// The server's Chinese texts are written with the keyboard's marks; people read those of their own script.
const han = '\\u3400-\\u9fff\\u3001\\u3002\\uff00-\\uffef\\u201c\\u201d\\u300a\\u300b'
const marks: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }
const between = new RegExp(`(?<=[${han}])[,;:?!] ?(?=[${han}\\d]|$)`, 'gu')
const brackets = /\(([^()]*)\)/gu

/** "请先登录,再试(或联系管理员)。" with full-width marks; what stands between digits or Latin letters stays. */
export function chineseMarks(text: string): string {
  return text
    .replace(brackets, (whole, inside: string) => (/[\u3400-\u9fff]/u.test(inside) ? `（${inside}）` : whole))
    .replace(between, (mark) => marks[mark[0]!]!)
}
