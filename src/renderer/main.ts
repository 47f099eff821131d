import './app/zod-without-eval.ts'
import './styles/base.css'
import { mount } from 'svelte'
import { openRendererEndpoint } from './link/renderer-end.ts'
import { startWindow } from './app/start-window.ts'
import App from './app/App.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('main: index.html has no element #app')
mount(App, { target, props: startWindow(openRendererEndpoint()) })
