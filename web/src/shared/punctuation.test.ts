import { expect, it } from 'vitest'
import { chineseMarks } from './punctuation'

it('marks beside Chinese characters are full-width', () => {
  expect(chineseMarks('这条记录刚被别人修改过,请重新打开后再改。')).toBe('这条记录刚被别人修改过，请重新打开后再改。')
  expect(chineseMarks('可以继续吗?')).toBe('可以继续吗？')
  expect(chineseMarks('期限(含节假日)为:3 天')).toBe('期限（含节假日）为：3 天')
})

it('what is no Chinese sentence stays', () => {
  expect(chineseMarks('共 1,234 条(a, b)')).toBe('共 1,234 条(a, b)')
  expect(chineseMarks('见 http://a.example/?q=1,2')).toBe('见 http://a.example/?q=1,2')
  expect(chineseMarks('A, B 两类')).toBe('A, B 两类')
})
