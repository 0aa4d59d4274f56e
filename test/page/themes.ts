// VS Code's own themes as a webview sees them: the class of its body and the variables that the page uses.

export interface Theme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

const shared = { 'font-family': 'system-ui, "Noto Sans SC", sans-serif', 'font-size': '13px' };

export const themes = {
  light: {
    bodyClass: 'vscode-light',
    variables: {
      ...shared,
      'editor-background': '#ffffff',
      'editor-foreground': '#3b3b3b',
      'icon-foreground': '#3b3b3b',
      'charts-blue': '#0063d3',
      'charts-red': '#e51400',
      'charts-orange': '#d18616',
      'charts-green': '#388a34',
      'charts-purple': '#652d90',
      focusBorder: '#005fb8',
      'list-hoverBackground': '#f2f2f2',
      'editor-selectionHighlightBackground': '#add6ff80',
      'editorError-foreground': '#e51400',
      'editorWarning-foreground': '#bf8803',
      'editorInfo-foreground': '#0063d3',
      'editorHoverWidget-background': '#f8f8f8',
      'editorHoverWidget-foreground': '#3b3b3b',
      'editorHoverWidget-border': '#c8c8c8',
      'toolbar-hoverBackground': '#b8b8b850',
      'inputOption-activeBackground': '#bed6ed',
      'inputOption-activeBorder': '#005fb8',
      'scrollbarSlider-background': '#64646466',
    },
  },
  dark: {
    bodyClass: 'vscode-dark',
    variables: {
      ...shared,
      'editor-background': '#1f1f1f',
      'editor-foreground': '#cccccc',
      'icon-foreground': '#cccccc',
      'charts-blue': '#59a4f9',
      'charts-red': '#f14c4c',
      'charts-orange': '#d18616',
      'charts-green': '#89d185',
      'charts-purple': '#b180d7',
      focusBorder: '#0078d4',
      'list-hoverBackground': '#2a2d2e',
      'editor-selectionHighlightBackground': '#add6ff26',
      'editorError-foreground': '#f14c4c',
      'editorWarning-foreground': '#cca700',
      'editorInfo-foreground': '#59a4f9',
      'editorHoverWidget-background': '#202020',
      'editorHoverWidget-foreground': '#cccccc',
      'editorHoverWidget-border': '#454545',
      'toolbar-hoverBackground': '#5a5d5e50',
      'inputOption-activeBackground': '#2489db82',
      'inputOption-activeBorder': '#2488db',
      'scrollbarSlider-background': '#79797966',
    },
  },
  'high-contrast': {
    bodyClass: 'vscode-high-contrast',
    variables: {
      ...shared,
      'editor-background': '#000000',
      'editor-foreground': '#ffffff',
      'icon-foreground': '#ffffff',
      'charts-blue': '#59a4f9',
      'charts-red': '#f48771',
      'charts-orange': '#d18616',
      'charts-green': '#89d185',
      'charts-purple': '#b180d7',
      focusBorder: '#f38518',
      contrastBorder: '#6fc3df',
      contrastActiveBorder: '#f38518',
      'editorError-foreground': '#f48771',
      'editorWarning-foreground': '#ffd370',
      'editorInfo-foreground': '#59a4f9',
      'editorHoverWidget-background': '#0c141f',
      'editorHoverWidget-foreground': '#ffffff',
      'editorHoverWidget-border': '#6fc3df',
    },
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
