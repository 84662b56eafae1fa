/** "Chrome · Windows" out of a User-Agent header; enough to recognise one's own devices. */
export function browserOf(agent: string): string {
  const browser = [
    [/MicroMessenger/, 'WeChat'],
    [/Edg\//, 'Edge'],
    [/OPR\//, 'Opera'],
    [/Firefox\//, 'Firefox'],
    [/QQBrowser/, 'QQ Browser'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
    [/curl\//, 'curl'],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1] as string | undefined
  const system = [
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1] as string | undefined
  return [browser, system].filter(Boolean).join(' · ')
}
