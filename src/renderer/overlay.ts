import './app/zod-without-eval.ts'
import './styles/base.css'
import { mount } from 'svelte'
import { openRendererEndpoint } from './link/renderer-end.ts'
import { AppStore } from './app/app-store.svelte.ts'
import OverlayHud from './app/hud/OverlayHud.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('overlay: overlay.html has no element #app')
mount(OverlayHud, { target, props: { store: new AppStore(openRendererEndpoint()) } })
