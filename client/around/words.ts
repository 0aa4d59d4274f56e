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
