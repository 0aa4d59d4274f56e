// What the client says around the text: in the status bar, the tree, lists and messages of commands.

export const aroundWords = {
  'status-name': { en: 'Plan outlook', 'zh-cn': '计划概况' },
  'status-click': { en: 'Click for what to do with this plan.', 'zh-cn': '点击可选择对此计划的操作。' },
  'status-stopped': { en: 'Plan: server stopped', 'zh-cn': '计划：服务器已停止' },
  'no-finish': { en: 'no dates', 'zh-cn': '无日期' },
  'milestones-due': { en: 'Milestones due', 'zh-cn': '待达成的里程碑' },
  'show-text': { en: 'Show Text', 'zh-cn': '显示文本' },
  'actions-title': { en: 'Plan: {name}', 'zh-cn': '计划：{name}' },
  'actions-placeholder': { en: 'What to do with this plan', 'zh-cn': '选择对此计划的操作' },
  'action-preview': { en: 'Open the preview beside the text', 'zh-cn': '在文本旁打开预览' },
  'action-tree': { en: 'Show phases and tasks as a tree', 'zh-cn': '以树形显示阶段和任务' },
  'action-critical-path': { en: 'Show the critical path', 'zh-cn': '显示关键路径' },
  'action-findings': { en: 'Show the findings', 'zh-cn': '显示问题' },
  'action-simulate': { en: 'Simulate when it is likely to finish', 'zh-cn': '模拟可能的完成日期' },
  'action-export': { en: 'Save or copy the chart', 'zh-cn': '保存或复制图表' },
  'action-level': {
    en: 'Level resources: let work wait for who has too much',
    'zh-cn': '平衡资源：让超负荷的工作推后',
  },
  'action-baseline': { en: 'Capture what is planned now as a baseline', 'zh-cn': '将当前计划存为基准' },
  levelling: { en: 'Levelling {name}', 'zh-cn': '正在平衡 {name} 的资源' },
  'not-changed': { en: '{name} can’t be changed here.', 'zh-cn': '{name} 在此无法修改。' },
  'baseline-title': { en: 'Where the baseline of {name} goes', 'zh-cn': '{name} 的基准存放位置' },
  'no-baseline': { en: 'There is nothing to capture in this plan yet.', 'zh-cn': '此计划中还没有可存为基准的内容。' },
  simulating: { en: 'Simulating {name}', 'zh-cn': '正在模拟 {name}' },
  'simulated-finish': { en: 'Likely finish', 'zh-cn': '可能的完成日期' },
  'simulated-tasks': { en: 'Tasks that decide it', 'zh-cn': '决定完成日期的任务' },
  'no-estimates': {
    en: 'No task has a three-point estimate: all runs are alike. Write “estimate: { optimistic: 2d, likely: 3d, pessimistic: 6d }” in place of a duration.',
    'zh-cn':
      '没有任务写了三点估算，各次运行结果相同。可用“estimate: { optimistic: 2d, likely: 3d, pessimistic: 6d }”代替工期。',
  },
  'new-plan-title': { en: 'New plan', 'zh-cn': '新建计划' },
  'new-plan-placeholder': {
    en: 'Which plan to begin with; its dates are moved to next Monday',
    'zh-cn': '选择模板；日期会移到下周一开始',
  },
  'not-made': { en: 'There is no new plan: {reason}', 'zh-cn': '没有新建计划：{reason}' },
  'import-title': { en: 'Import a plan of another program', 'zh-cn': '导入其他程序的计划' },
  'import-button': { en: 'Import', 'zh-cn': '导入' },
  'import-kinds': { en: 'All that can be imported', 'zh-cn': '所有可导入的文件' },
  'import-too-large': { en: '{file} is larger than 40 MB.', 'zh-cn': '{file} 大于 40 MB。' },
  'import-unreadable': {
    en: '{file} can’t be read: it is no text in UTF-8 or UTF-16.',
    'zh-cn': '无法读取 {file}：不是 UTF-8 或 UTF-16 文本。',
  },
  imported: { en: '{file} is a plan now, not saved yet.', 'zh-cn': '{file} 已转换为计划，尚未保存。' },
  'import-losses': {
    en: 'Things that could not be carried over as they were: {count}; the comments at its top list them.',
    'zh-cn': '有 {count} 类内容未能原样保留，列在文本开头的注释中。',
  },
  'critical-title': {
    en: 'Critical path: {count} tasks drive the finish',
    'zh-cn': '关键路径：{count} 个任务决定完成日期',
  },
  'task-placeholder': { en: 'Choose a task to go to its text', 'zh-cn': '选择任务以转到其文本' },
  'no-critical-path': {
    en: 'This plan has no work that drives its finish.',
    'zh-cn': '此计划中没有决定完成日期的任务。',
  },
  'text-changed': {
    en: 'The text changed meanwhile. Run the command again for what it says now.',
    'zh-cn': '文本在此期间已改变。请重新运行命令。',
  },
  'does-not-answer': {
    en: 'The language server of Plan as Code has not answered for {seconds} seconds. Your text is safe, but there are no findings and no charts until it does.',
    'zh-cn': 'Plan as Code 的语言服务器已有 {seconds} 秒没有应答。您的文本没有丢失，但在它应答之前没有问题提示和图表。',
  },
} as const;
