// What each feature of the editor gives, in words: what you do, and what you get. The table of the README is made of them.

export interface FeatureWords {
  readonly en: readonly [youDo: string, youGet: string];
  readonly 'zh-cn': readonly [youDo: string, youGet: string];
}

/** By the capability that a language server announces, and the kind of code actions where they differ; in the order of the table. */
export const serverFeatures: Readonly<Record<string, FeatureWords>> = {
  diagnosticProvider: {
    en: [
      'type',
      'findings at every keystroke, in all plans of the workspace: the schema, and rules that are proved on the computed schedule',
    ],
    'zh-cn': ['输入', '每次按键都检查工作区中的所有计划：键和值的写法，以及以算出的日程为依据的规则'],
  },
  codeActionProvider: {
    en: ['press `Ctrl+.`', 'a fix for what is underlined, or silence for it in this place'],
    'zh-cn': ['按 `Ctrl+.`', '修复有问题的地方，或在此处忽略'],
  },
  'codeActionProvider:refactor': {
    en: [
      'press `Ctrl+Shift+R`',
      '[refactorings](docs/refactorings.md): extract, inline, split, convert, sort, add a buffer, capture a baseline, turn a lag into a task; dates stay where they should',
    ],
    'zh-cn': [
      '按 `Ctrl+Shift+R`',
      '[重构](docs/refactorings.zh-cn.md)：提取为阶段、内联、拆分、工期与工作量互换、按开始排序、加缓冲、存基准、延隔改任务；该不变的日期不变',
    ],
  },
  completionProvider: {
    en: [
      'press `Ctrl+Space`',
      'keys, values, ids that make no loop, who can and is free, computed dates, whole entries to begin with; nothing that there is no room for',
    ],
    'zh-cn': [
      '按 `Ctrl+Space`',
      '补全键、取值、不会成环的任务标识、有技能且有空的人员、算出的日期、整段条目；放不下的不提供',
    ],
  },
  hoverProvider: {
    en: [
      'point at a task, a link, a date, a duration, a key',
      'its dates, slack and what drives it; what the link means and how much it leaves; weekday and holiday; what a length comes to and when, what a percentage leaves; the reference',
    ],
    'zh-cn': [
      '指向任务、依赖、日期、工期、键',
      '日期、时差、驱动它的前置任务；依赖的含义与余量；星期与假日；工期折合多少、从何时到何时，进度还剩多少；键的说明',
    ],
  },
  signatureHelpProvider: {
    en: ['type inside a value', 'how it is written, part by part'],
    'zh-cn': ['在值中输入', '逐段提示写法'],
  },
  inlayHintProvider: {
    en: [
      'read the ends of lines',
      'computed dates and slack behind each task; with `planAsCode.inlayHints.durations` also where a duration leads (`planAsCode.inlayHints`)',
    ],
    'zh-cn': [
      '看行尾',
      '每个任务后是算出的日期和时差；打开 `planAsCode.inlayHints.durations` 后，工期后面还有它到达的日期（`planAsCode.inlayHints`）',
    ],
  },
  codeLensProvider: {
    en: [
      'read above phases',
      'their dates, progress, slack and cost; above the plan its finish (`planAsCode.codeLens`)',
    ],
    'zh-cn': ['看阶段上方', '日期、进度、时差和成本；计划上方是完成日期（`planAsCode.codeLens`）'],
  },
  semanticTokensProvider: {
    en: [
      'look at the colours',
      'ids in the colour of what they are, tasks of the critical path marked (`planAsCode.semanticTokens`)',
    ],
    'zh-cn': ['看颜色', '标识按含义着色，关键路径上的任务另有标记（`planAsCode.semanticTokens`）'],
  },
  colorProvider: {
    en: ['look at tags', 'a colour beside each, the same for the same word (`planAsCode.colours`)'],
    'zh-cn': ['看标签', '每个标签旁有颜色，相同的标签颜色相同（`planAsCode.colours`）'],
  },
  definitionProvider: {
    en: ['press `F12`', 'where an id is defined, in included files too'],
    'zh-cn': ['按 `F12`', '转到标识的定义，包括被引用的文件'],
  },
  declarationProvider: { en: ['go to the declaration', 'the same'], 'zh-cn': ['转到声明', '同上'] },
  typeDefinitionProvider: {
    en: ['go to the type definition', 'the calendar or person that stands behind'],
    'zh-cn': ['转到类型定义', '其背后的日历或人员'],
  },
  implementationProvider: {
    en: ['go to implementations', 'the work that serves a goal or answers a risk'],
    'zh-cn': ['转到实现', '支撑目标、应对风险的工作'],
  },
  referencesProvider: {
    en: ['press `Shift+F12`', 'every place that uses an id or a tag, in all plans that share it; an anchor’s aliases'],
    'zh-cn': ['按 `Shift+F12`', '所有计划中用到该标识或标签的地方；锚点的别名'],
  },
  documentHighlightProvider: {
    en: ['put the cursor on an id, a tag, an anchor', 'its other places in this plan, marked'],
    'zh-cn': ['把光标放在标识、标签、锚点上', '标出本计划中的其他位置'],
  },
  renameProvider: {
    en: ['press `F2`', 'another id, tag or anchor, everywhere; refused where it would change what something means'],
    'zh-cn': ['按 `F2`', '标识、标签、锚点处处改名；若会改变含义则拒绝并说明原因'],
  },
  linkedEditingRangeProvider: {
    en: [
      'edit an id where it is defined',
      'its uses change with it (`editor.linkedEditing`, `planAsCode.linkedEditing`)',
    ],
    'zh-cn': ['在定义处修改标识', '用到它的地方随之改变（`editor.linkedEditing`、`planAsCode.linkedEditing`）'],
  },
  callHierarchyProvider: {
    en: [
      'press `Shift+Alt+H`',
      'the predecessors of a task and its successors, as far as they go (`planAsCode.callHierarchy`)',
    ],
    'zh-cn': ['按 `Shift+Alt+H`', '逐级展开前置任务和后续任务（`planAsCode.callHierarchy`）'],
  },
  typeHierarchyProvider: {
    en: ['show the type hierarchy', 'calendars and what they extend'],
    'zh-cn': ['显示类型层次', '日历及其继承关系'],
  },
  documentSymbolProvider: {
    en: ['press `Ctrl+Shift+O`', 'the outline: phases and tasks with their dates'],
    'zh-cn': ['按 `Ctrl+Shift+O`', '大纲：阶段、任务及其日期'],
  },
  workspaceSymbolProvider: {
    en: ['press `Ctrl+T`', 'tasks and phases of all plans of the workspace, by name'],
    'zh-cn': ['按 `Ctrl+T`', '按名称查找工作区所有计划中的任务和阶段'],
  },
  documentLinkProvider: {
    en: ['click a path or an address', 'the included file, the subplan, the page'],
    'zh-cn': ['点击路径或网址', '打开被引用的文件、子计划、网页'],
  },
  documentFormattingProvider: {
    en: [
      'press `Shift+Alt+F`',
      'the text in order: indentation, spaces, blank lines, columns of comments; what can’t be read stays as it is. *Source Action…* sorts keys',
    ],
    'zh-cn': ['按 `Shift+Alt+F`', '整理文本：缩进、空格、空行、注释对齐；读不懂的地方原样保留；“源代码操作”可给键排序'],
  },
  documentRangeFormattingProvider: {
    en: ['select, and press `Ctrl+K Ctrl+F`', 'the same for the selected lines'],
    'zh-cn': ['选中后按 `Ctrl+K Ctrl+F`', '只整理选中的行'],
  },
  documentOnTypeFormattingProvider: {
    en: ['press `Enter`', 'the line that is done put in order (`editor.formatOnType`)'],
    'zh-cn': ['按回车', '整理刚写完的一行（`editor.formatOnType`）'],
  },
  foldingRangeProvider: {
    en: ['fold', 'phases, tasks, lists, runs of comments'],
    'zh-cn': ['折叠', '阶段、任务、列表、连续的注释'],
  },
  selectionRangeProvider: {
    en: [
      'press `Shift+Alt+→`',
      'a selection that grows from a value to its entry, its task, its phase (`planAsCode.selectionRanges`)',
    ],
    'zh-cn': ['按 `Shift+Alt+→`', '选区从值逐级扩大到条目、任务、阶段（`planAsCode.selectionRanges`）'],
  },
};

/** By what the manifest contributes. */
export const clientFeatures: Readonly<Record<string, FeatureWords>> = {
  'planAsCode.openPreviewToSide': {
    en: [
      'press `Ctrl+K V`',
      'the Gantt chart beside the text, and [twelve other views](docs/images/views) of the plan. Click a bar to see its text; [drag](docs/editing.md) bars, ends, progress, links and rows, or type a duration, date or owner in place: the chart shows what would come of it, the text says it when you let go',
    ],
    'zh-cn': [
      '按 `Ctrl+K V`',
      '旁边打开甘特图和[另外十二种视图](docs/images/views)；点一下横条就选中对应的文字；[拖动](docs/editing.zh-cn.md)横条、右端、进度、依赖和行，或在原处输入工期、日期、负责人：先显示结果，再写入文本',
    ],
  },
  'planAsCode.exportChart': {
    en: [
      'run *Save or Copy Chart…*',
      'all of it as SVG, PNG, one HTML file that folds, filters and zooms, Markdown or Mermaid',
    ],
    'zh-cn': ['运行“保存或复制图表…”', 'SVG、PNG、可折叠、筛选、缩放的单个 HTML 文件、Markdown 或 Mermaid'],
  },
  'planAsCode.compareWithRevision': {
    en: [
      'run *Compare with Revision…* (or *Saved*, or *Baseline*)',
      'where each task stood, and a list of what moved, by how much, driven by what; live while you type',
    ],
    'zh-cn': [
      '运行“与 Git 版本比较…”（或已保存的内容、基准）',
      '图上画出原来的位置，并列出哪些任务变了、变了多少、由什么引起；随输入更新',
    ],
  },
  'planAsCode.showActions': {
    en: [
      'look at the status bar',
      'the finish, the slack to the promised one, the findings; click for what to do with the plan',
    ],
    'zh-cn': ['看状态栏', '完成日期、距承诺的时差、问题数；点击可选择操作'],
  },
  'planAsCode.plan': {
    en: ['open *Plan* in the explorer', 'milestones due, phases and tasks as a tree that follows the cursor'],
    'zh-cn': ['打开资源管理器中的“计划”', '待达成的里程碑、阶段和任务的树，随光标移动'],
  },
  'planAsCode.showCriticalPath': {
    en: ['run *Show Critical Path*', 'the tasks that drive the finish, to choose from'],
    'zh-cn': ['运行“显示关键路径”', '决定完成日期的任务，可选择跳转'],
  },
  'planAsCode.simulate': {
    en: ['run *Simulate Finish Date*', 'dates that are kept in 50, 80, 95 % of the runs, and the tasks that decide'],
    'zh-cn': ['运行“模拟完成日期”', '50%、80%、95% 把握的完成日期，以及起决定作用的任务'],
  },
  'planAsCode.levelResources': {
    en: [
      'run *Level Resources*',
      'tasks held back until nobody is needed for too much, in one edit; what it costs is said',
    ],
    'zh-cn': ['运行“平衡资源”', '以一次编辑推迟任务直到无人超负荷，并说明代价'],
  },
  'planAsCode.captureBaseline': {
    en: ['run *Capture Baseline…*', 'the dates of now as a baseline, in the plan or in a file beside it'],
    'zh-cn': ['运行“存为基准…”', '把现在的日期存为基准，写在计划中或旁边的文件里'],
  },
  'planAsCode.newPlan': {
    en: ['run *New Plan from Template…*', 'one of the samples with its dates moved to next Monday'],
    'zh-cn': ['运行“从模板新建计划…”', '以样例为模板，日期移到下周一'],
  },
  'planAsCode.importPlan': {
    en: [
      'run *Import Plan of Another Program…*',
      'a plan out of MS Project XML, GanttProject, Mermaid, CSV or JSON, with what was lost told',
    ],
    'zh-cn': [
      '运行“导入其他程序的计划…”',
      '把 MS Project XML、GanttProject、Mermaid、CSV、JSON 变成计划，并说明未保留的内容',
    ],
  },
};
