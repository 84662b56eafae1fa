// Whether the window is a phone's: forms fill the screen there.
import { onBeforeUnmount, ref, type Ref } from 'vue'

export function useNarrow(width = 640): Ref<boolean> {
  const query = window.matchMedia(`(max-width: ${width}px)`)
  const narrow = ref(query.matches)
  const follow = () => (narrow.value = query.matches)
  query.addEventListener('change', follow)
  onBeforeUnmount(() => query.removeEventListener('change', follow))
  return narrow
}
