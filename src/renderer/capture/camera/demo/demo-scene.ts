import {
  Color,
  CylinderGeometry,
  DirectionalLight,
  Euler,
  Group,
  HemisphereLight,
  Matrix4,
  Mesh,
  MeshLambertMaterial,
  type Object3D,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import leftHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/left.glb?url'
import rightHandUrl from '@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url'
import type { Handedness } from '../../../../core/hand/hand-frame.ts'
import type { HandPose } from './hand-pose.ts'
import { createHandRig } from './hand-rig.ts'

export const demoWidthPx = 640
export const demoHeightPx = 480

/** Where the demo hand is in one picture, in mirrored image coordinates, and how it is held. */
export interface DemoHandView {
  readonly handedness: Handedness
  readonly pose: HandPose
  /** Of the palm's middle, 0..1 of the mirrored picture. */
  readonly x: number
  readonly y: number
}

/** Draws the demo hand as an unmirrored webcam sees a user: their right hand is on the picture's left. */
export interface DemoScene {
  /** Draws one picture; `undefined` is the empty room. */
  draw(view: DemoHandView | undefined): void
  close(): void
}

// A hand held 55 cm from a webcam whose picture is 46 cm high there: the palm is a fifth of the picture's height.
const DISTANCE_M = 0.55
const FIELD_OF_VIEW_DEG = 45
const SKIN = 0xd9a07d
const SLEEVE = 0x3c5064
const GROUND = 0x8899aa
/** Middle of the palm in the mesh's own coordinates (right hand), metres. */
const PALM_MIDDLE = new Vector3(0.034, 0.005, 0.012)

const FOREARM_M = 0.3
const CUFF_M = 0.022
const WRIST_END = new Vector3(0.038, 0.058, 0.009)

/** Smooth edges double the cost of a picture where graphics are software (9 against 5 ms): for stills only. */
export async function openDemoScene(
  canvas: HTMLCanvasElement,
  options: { readonly hasSmoothEdges: boolean } = { hasSmoothEdges: false },
): Promise<DemoScene> {
  canvas.width = demoWidthPx
  canvas.height = demoHeightPx
  const renderer = new WebGLRenderer({
    canvas,
    antialias: options.hasSmoothEdges,
    powerPreference: 'low-power',
  })
  renderer.setPixelRatio(1)
  const scene = new Scene()
  scene.background = new Color(GROUND)
  const sun = new DirectionalLight(0xffffff, 2.2)
  sun.position.set(0, 1, 1)
  scene.add(new HemisphereLight(0xffffff, 0x886655, 1.6), sun)
  const aspectRatio = demoWidthPx / demoHeightPx
  const camera = new PerspectiveCamera(FIELD_OF_VIEW_DEG, aspectRatio, 0.05, 5)
  camera.position.set(0, 0, DISTANCE_M)
  const hands = {
    right: await loadHand(rightHandUrl, 'right'),
    left: await loadHand(leftHandUrl, 'left'),
  }
  scene.add(hands.right.holder, hands.left.holder)

  return {
    draw: (view) => {
      for (const side of ['left', 'right'] as const) {
        hands[side].holder.visible = view?.handedness === side
      }
      if (view) placeHand(hands[view.handedness], view, aspectRatio)
      renderer.render(scene, camera)
    },
    close: () => {
      for (const { holder } of Object.values(hands)) disposeMeshes(holder)
      renderer.dispose()
      renderer.forceContextLoss()
    },
  }
}

interface DemoHand {
  readonly handedness: Handedness
  readonly holder: Group
  readonly rig: ReturnType<typeof createHandRig>
}

async function loadHand(url: string, handedness: Handedness): Promise<DemoHand> {
  const { scene: model } = await new GLTFLoader().loadAsync(url)
  model.traverse((part: Object3D) => {
    if (!(part instanceof Mesh)) return
    // The mesh's bounds are those of the rest pose: it would vanish when bent.
    part.frustumCulled = false
    part.material = new MeshLambertMaterial({ color: SKIN })
  })
  const side = handedness === 'right' ? 1 : -1
  const upright = new Group()
  // The mesh lies with its fingers along -y, palm towards -x (left hand: +x), thumb towards -z.
  upright.matrix
    .makeBasis(new Vector3(0, 0, -side), new Vector3(0, -1, 0), new Vector3(-side, 0, 0))
    .multiply(new Matrix4().makeTranslation(-PALM_MIDDLE.x * side, -PALM_MIDDLE.y, -PALM_MIDDLE.z))
  upright.matrixAutoUpdate = false
  upright.add(model)
  const holder = new Group()
  upright.add(forearm(side))
  holder.add(upright)
  return { handedness, holder, rig: createHandRig(model, handedness) }
}

/** The mesh ends at the wrist; with an arm the palm detector finds fists as well as it does in front of a camera. */
function forearm(side: number): Group {
  const arm = new Group()
  arm.add(
    tubeGeometry(0.0262, 0.0285, 0.06, 0, SKIN),
    // The sleeve's cuff hides that the arm is only a tube.
    tubeGeometry(0.0315, 0.042, FOREARM_M, CUFF_M, SLEEVE),
  )
  arm.scale.x = 0.8
  arm.position.set(WRIST_END.x * side, WRIST_END.y, WRIST_END.z)
  return arm
}

function tubeGeometry(
  wristRadiusM: number,
  elbowRadiusM: number,
  lengthM: number,
  fromWristM: number,
  color: number,
): Mesh {
  const mesh = new Mesh(
    new CylinderGeometry(elbowRadiusM, wristRadiusM, lengthM, 24, 1, false),
    new MeshLambertMaterial({ color }),
  )
  mesh.position.y = fromWristM + lengthM / 2
  return mesh
}

const radiansOf = (deg: number): number => (deg * Math.PI) / 180

function placeHand(hand: DemoHand, view: DemoHandView, aspectRatio: number): void {
  hand.rig.pose(view.pose)
  const heightM = 2 * DISTANCE_M * Math.tan(radiansOf(FIELD_OF_VIEW_DEG / 2))
  hand.holder.position.set(
    // The picture is not mirrored: the user's right is its left.
    (0.5 - view.x) * heightM * aspectRatio,
    (0.5 - view.y) * heightM,
    0,
  )
  const side = hand.handedness === 'right' ? 1 : -1
  const { pitchDeg, yawDeg, rollDeg } = view.pose.turn
  hand.holder.setRotationFromEuler(
    new Euler(radiansOf(pitchDeg), radiansOf(yawDeg * side), radiansOf(-rollDeg * side), 'ZYX'),
  )
}

function disposeMeshes(root: Object3D): void {
  root.traverse((part: Object3D) => {
    if (!(part instanceof Mesh)) return
    part.geometry.dispose()
    part.material.dispose()
  })
}
