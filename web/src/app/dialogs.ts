// Element Plus gives each dialog a <header>. Outside of <main> that is a second banner to a screen reader, so it is told
// to be a plain part of its dialog.
export function watchDialogs() {
  const plain = () => {
    for (const header of document.querySelectorAll('.el-dialog__header:not([role]), .el-drawer__header:not([role])'))
      header.setAttribute('role', 'presentation')
  }
  new MutationObserver(plain).observe(document.body, { childList: true, subtree: true })
}
