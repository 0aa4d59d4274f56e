// Opens the preview beside the plan that `npm start` shows, as a newcomer would by the button in the title bar.
const { commands, window } = require('vscode');

exports.activate = async () => {
  const isPlan = (editor) => editor?.document.languageId === 'plan';
  if (!isPlan(window.activeTextEditor)) {
    await new Promise((resolve) => {
      const listener = window.onDidChangeActiveTextEditor((editor) => {
        if (!isPlan(editor)) return;
        listener.dispose();
        resolve();
      });
    });
  }
  await commands.executeCommand('planAsCode.openPreviewToSide');
};
