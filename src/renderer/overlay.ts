import './zod-without-eval.ts'
import './styles/base.css'
import { mount } from 'svelte'
import { openRendererEnd } from './link/renderer-end.ts'
import { AppStore } from './state/app-store.svelte.ts'
import OverlayHud from './views/OverlayHud.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('overlay: overlay.html has no element #app')
mount(OverlayHud, { target, props: { store: new AppStore(openRendererEnd()) } })
