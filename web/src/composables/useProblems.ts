// Shows what went wrong: field errors beside their fields, everything else as a message that says what to do next.
import { ElMessage } from 'element-plus/es/components/message/index.mjs'
import 'element-plus/es/components/message/style/css'
import { reactive } from 'vue'
import { currentLanguage } from '@/app/i18n'
import { chineseMarks } from '@/shared/punctuation'
import { connectionLost, fieldName, ProblemError, type Problem } from '@/api/problem'

export function problemText(problem: Problem): string {
  if (currentLanguage() === 'en') return problem.en
  return chineseMarks(currentLanguage() === 'zh-Hant' ? (problem.zh_hant ?? problem.zh) : problem.zh)
}

/** Anything thrown, as a problem. A fault of our own program is reported as such in the console. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  if (error instanceof TypeError && /fetch/i.test(error.message)) return connectionLost().problem
  console.error(error)
  return {
    status: -1,
    code: 'page_fault',
    zh: '页面出了差错，请刷新后重试；仍不行请联系管理员。',
    zh_hant: '頁面出了差錯，請重新整理後重試；仍不行請聯繫管理員。',
    en: 'Something went wrong in this page. Reload it and try again, or ask your administrator.',
  }
}

export function showProblem(error: unknown) {
  const problem = toProblem(error)
  ElMessage({ type: 'error', message: problemText(problem), duration: 8000, showClose: true, grouping: true })
}

export function showDone(text: string) {
  ElMessage({ type: 'success', message: text, duration: 3500, grouping: true })
}

export function useProblems() {
  const fields = reactive<Record<string, string>>({})
  function clear() {
    for (const name of Object.keys(fields)) delete fields[name]
  }
  return {
    /** Texts by field name, for `<el-form-item :error="fields.title">`. */
    fields,
    clear,
    /** Puts the fault to its field where the form has it (`known`), else shows it as a message. */
    report(error: unknown, known: readonly string[] = []) {
      clear()
      const problem = toProblem(error)
      const name = fieldName(problem.field)
      const root = name.split('.')[0] ?? ''
      const at = known.includes(name) ? name : known.includes(root) ? root : ''
      if (at) fields[at] = problemText(problem)
      else showProblem(error)
    },
  }
}
