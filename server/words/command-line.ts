// Words of the command line: what it says of files and flags.
import type { Phrases } from './words.ts';

export const commandLineWords = {
  missing: { en: '{path}: there is no such file or folder', 'zh-cn': '{path}：没有这个文件或文件夹' },
  unreadable: {
    en: '{path}: this is not a text file in UTF-8, or it can’t be read',
    'zh-cn': '{path}：不是 UTF-8 文本文件，或无法读取',
  },
  'too-large': { en: '{path}: the file is too large for a plan', 'zh-cn': '{path}：文件太大，不像是计划' },
  outside: { en: '{path}: the file can’t be read here', 'zh-cn': '{path}：无法在此读取该文件' },
  'is-folder': {
    en: '{path}: this is a folder; name one plan in it',
    'zh-cn': '{path}：这是文件夹，请指定其中的一个计划',
  },
  'no-plans': { en: '{path}: no plans (*.plan.yaml) here', 'zh-cn': '{path}：这里没有计划（*.plan.yaml）' },
  'no-tasks': {
    en: '{path}: this plan has no tasks yet; they stand under “tasks” or “phases”',
    'zh-cn': '{path}：这个计划还没有任务，任务写在 tasks 或 phases 下',
  },
  'nothing-readable': {
    en: '{path}: no task can be read in this text.',
    'zh-cn': '{path}：这个文本中读不出任何任务。',
  },
  'left-out-one': {
    en: '{path}: one thing in the text can’t be read; it is left out:',
    'zh-cn': '{path}：文本中有 1 处无法识别，结果中不包括它：',
  },
  'left-out': {
    en: '{path}: {count} things in the text can’t be read; they are left out:',
    'zh-cn': '{path}：文本中有 {count} 处无法识别，结果中不包括它们：',
  },
  'more-left-out': {
    en: 'And {count} more: “plan check {path}” lists them all.',
    'zh-cn': '还有 {count} 处：用 plan check {path} 查看全部。',
  },
  'no-rule': {
    en: 'There is no rule “{id}”. “plan rules” lists them all.',
    'zh-cn': '没有规则“{id}”。用 plan rules 查看全部规则。',
  },
  'no-rule-or-check': {
    en: 'There is no rule “{id}”, and none of these plans has a check of its own with this id. “plan rules” lists the rules.',
    'zh-cn': '没有规则“{id}”，这些计划中也没有以此为标识的自定义检查。用 plan rules 查看全部规则。',
  },
  'flag-meant': { en: 'Did you mean “{meant}”?', 'zh-cn': '是否指“{meant}”？' },
  'no-severity': {
    en: '“{text}” is no severity. It is one of error, warning, info, hint.',
    'zh-cn': '“{text}”不是严重程度。可选 error、warning、info、hint。',
  },
  'bad-rule-flag': {
    en: '“{text}”: write --rule id=severity, with error, warning, info, hint or off, or --rule id.parameter=value.',
    'zh-cn': '“{text}”：请写 --rule 规则=严重程度（可选 error、warning、info、hint、off），或 --rule 规则.参数=值。',
  },
  'no-finding-format': {
    en: '“{format}” is a format of reports (--report). Findings are printed as {known}.',
    'zh-cn': '“{format}”只用于报告（--report）。检查结果可选：{known}。',
  },
  'no-report-format': {
    en: 'A report is printed as {known}, not as “{format}”.',
    'zh-cn': '报告可选的格式：{known}，不能是“{format}”。',
  },
  'no-parameter': {
    en: 'The rule “{rule}” has no parameter “{parameter}”. “plan rules {rule}” shows those that it has.',
    'zh-cn': '规则“{rule}”没有参数“{parameter}”。用 plan rules {rule} 查看它的参数。',
  },
  'bad-parameter': {
    en: '“{text}” is no value for “{parameter}” of “{rule}”. “plan rules {rule}” shows what it can be.',
    'zh-cn': '“{text}”不是“{rule}”的“{parameter}”可用的值。用 plan rules {rule} 查看写法。',
  },
  fixed: { en: '{path}: fixed {rules}', 'zh-cn': '{path}：已修复 {rules}' },
  formatted: { en: '{changed} of {plans} plans formatted', 'zh-cn': '共 {plans} 个计划，已整理 {changed} 个' },
  'would-format': {
    en: '{changed} of {plans} plans are not formatted; “plan fmt” without --check does it',
    'zh-cn': '共 {plans} 个计划，{changed} 个尚未整理；不带 --check 运行 plan fmt 即可整理',
  },
  'all-formatted': {
    en: 'plans that are not formatted: none of {plans}',
    'zh-cn': '共 {plans} 个计划，没有需要整理的',
  },
  'broken-stays': {
    en: '{path}:{line}: this can’t be read; it stays as it is',
    'zh-cn': '{path}:{line}：这里无法识别，保持原样',
  },
  'no-dash': {
    en: '--stdin-filename says where the text of standard input would lie: write “-” in place of the file to read it.',
    'zh-cn': '--stdin-filename 说明标准输入的文本应在哪个路径：要读取标准输入，请在文件处写“-”。',
  },
  'waiting-for-input': {
    en: 'Waiting for a plan on standard input; Ctrl+D ends it (on Windows Ctrl+Z, then Enter).',
    'zh-cn': '等待从标准输入读取计划，按 Ctrl+D 结束（Windows 上按 Ctrl+Z 再按回车）。',
  },
  'input-is-no-file': {
    en: '{flag} writes into files, and standard input is none: name the file instead of “-”.',
    'zh-cn': '{flag} 会写入文件，而标准输入不是文件：请写文件名，不要写“-”。',
  },
  'input-alone': {
    en: 'What is formatted of standard input is printed: “-” goes with no other file, unless with --check.',
    'zh-cn': '标准输入的整理结果会打印出来：“-”不能与其他文件一起写，除非带 --check。',
  },
  'cant-write': { en: '{path}: the file can’t be written ({reason})', 'zh-cn': '{path}：无法写入文件（{reason}）' },
  'no-browser': {
    en: '{format} is painted by a browser, and none was found: Chrome, Chromium or Edge. Install one, or name it: PLAN_BROWSER=/path/to/chrome plan chart … HTML, Markdown and Mermaid need none.',
    'zh-cn':
      '{format} 由浏览器绘制，但没有找到 Chrome、Chromium 或 Edge。请安装其中一个，或指定路径：PLAN_BROWSER=/path/to/chrome plan chart …。HTML、Markdown 和 Mermaid 不需要浏览器。',
  },
  'browser-failed': {
    en: 'The browser {browser} did not paint the chart: {reason}. PLAN_BROWSER=/path/to/chrome names another one.',
    'zh-cn': '浏览器 {browser} 没有画出图表：{reason}。可用 PLAN_BROWSER=/path/to/chrome 指定另一个。',
  },
  'png-needs-file': {
    en: 'A PNG is no text: say which file to write, with -o chart.png.',
    'zh-cn': 'PNG 不是文本，请用 -o chart.png 指定要写入的文件。',
  },
  'output-is-plan': {
    en: '{path} would be a plan: a chart doesn’t take its place. Name the file chart.mmd, chart.html or the like.',
    'zh-cn': '{path} 是计划文件的名称，图表不会写到它里面。请把文件命名为 chart.mmd、chart.html 等。',
  },
  'no-baseline': { en: 'The plan has no baseline “{id}”.', 'zh-cn': '计划中没有基准“{id}”。' },
  'no-date': { en: '“{text}” is not a date such as 2026-03-31.', 'zh-cn': '“{text}”不是 2026-03-31 这样的日期。' },
  'no-number': { en: '“{text}” is not a whole number of at least 1.', 'zh-cn': '“{text}”不是大于等于 1 的整数。' },
  'many-runs': { en: '“{text}” is more than {most} runs.', 'zh-cn': '“{text}”超过了 {most} 次。' },
  'no-estimates': {
    en: 'No task that is left has a three-point estimate: every run ends on {finish}. Write estimate: { optimistic, likely, pessimistic }.',
    'zh-cn': '剩余任务都没有三点估算，每次模拟都在 {finish} 完成。请写 estimate: { optimistic, likely, pessimistic }。',
  },
  simulated: {
    en: '{name}: {runs} runs; unfinished tasks with a three-point estimate: {estimated}',
    'zh-cn': '{name}：模拟 {runs} 次，未完成且有三点估算的任务 {estimated} 个',
  },
  'promised-share': {
    en: 'The promised finish {promised} holds in {share} of the runs.',
    'zh-cn': '承诺的完成日期 {promised} 在 {share} 的模拟中能兑现。',
  },
  'finished-by': { en: 'finished by', 'zh-cn': '完成于' },
  'critical-in': { en: 'critical in', 'zh-cn': '关键概率' },
  'no-template': {
    en: 'There is no template “{id}”. There are {known}.',
    'zh-cn': '没有模板“{id}”。可选：{known}。',
  },
  written: { en: 'written: {path}', 'zh-cn': '已写入：{path}' },
} satisfies Phrases;
