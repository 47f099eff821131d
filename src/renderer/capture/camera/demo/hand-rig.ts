import { type Object3D, Quaternion, Vector3 } from 'three'
import type { Handedness } from '../../../../core/hand/hand-frame.ts'
import type { FingerBend, HandPose, ThumbBend } from './hand-pose.ts'

const FINGERS = ['index', 'middle', 'ring', 'little'] as const
/** The mesh's bones are siblings, named as WebXR names a hand's joints; the chain from wrist to tip is ours to keep. */
const FINGER_SEGMENTS = [
  'metacarpal',
  'phalanx-proximal',
  'phalanx-intermediate',
  'phalanx-distal',
  'tip',
]
const THUMB_SEGMENTS = ['metacarpal', 'phalanx-proximal', 'phalanx-distal', 'tip']

interface Joint {
  readonly bone: Object3D
  readonly restPosition: Vector3
  readonly restRotation: Quaternion
}

/** Bend of one joint around its own axes: x across the bone, y out of the back of the hand, z along the bone. */
interface Bend {
  readonly flexDeg: number
  readonly spreadDeg: number
  readonly twistDeg: number
}

/**
 * The joints of one hand mesh. `pose` bends every joint: forward kinematics from the wrist outwards, each joint around
 * the axes it has in the mesh's rest pose (WebXR: -z towards the tip, +y out of the back).
 */
export interface HandRig {
  pose(pose: HandPose): void
}

export function createHandRig(model: Object3D, handedness: Handedness): HandRig {
  const wrist = jointOf(model, 'wrist')
  const thumb = THUMB_SEGMENTS.map((segment) => jointOf(model, `thumb-${segment}`))
  const fingers = FINGERS.map((finger) => ({
    finger,
    joints: FINGER_SEGMENTS.map((segment) =>
      jointOf(
        model,
        finger === 'little' ? `pinky-finger-${segment}` : `${finger}-finger-${segment}`,
      ),
    ),
  }))
  return {
    pose: (pose) => {
      bendChain(wrist, thumb, thumbBends(pose.thumb), handedness)
      for (const { finger, joints } of fingers) {
        bendChain(wrist, joints, fingerBends(pose[finger]), handedness)
      }
    },
  }
}

function jointOf(model: Object3D, name: string): Joint {
  const bone = model.getObjectByName(name)
  if (!bone) throw new Error(`createHandRig: the hand mesh has no bone named ${name}`)
  return { bone, restPosition: bone.position.clone(), restRotation: bone.quaternion.clone() }
}

const straight = { flexDeg: 0, spreadDeg: 0, twistDeg: 0 }
const flexedRotation = (flexDeg: number): Bend => ({ ...straight, flexDeg })

const thumbBends = (bend: ThumbBend): readonly Bend[] => [
  { flexDeg: bend.flexDeg, spreadDeg: bend.spreadDeg, twistDeg: bend.twistDeg },
  flexedRotation(bend.knuckleDeg),
  flexedRotation(bend.tipDeg),
]
const fingerBends = (bend: FingerBend): readonly Bend[] => [
  straight,
  { ...straight, flexDeg: bend.knuckleDeg, spreadDeg: bend.spreadDeg },
  flexedRotation(bend.middleDeg),
  flexedRotation(bend.tipDeg),
]

function bendChain(
  root: Joint,
  joints: readonly Joint[],
  bends: readonly Bend[],
  handedness: Handedness,
): void {
  const turned = new Quaternion()
  let before = root
  joints.forEach((joint, index) => {
    const reach = joint.restPosition.clone().sub(before.restPosition).applyQuaternion(turned)
    joint.bone.position.copy(before.bone.position).add(reach)
    const bend = bends[index]
    if (bend) turned.multiply(inParentAxes(bend, joint.restRotation, handedness))
    joint.bone.quaternion.copy(turned).multiply(joint.restRotation)
    before = joint
  })
}

const X = new Vector3(1, 0, 0)
const Y = new Vector3(0, 1, 0)
const Z = new Vector3(0, 0, 1)
const radians = (deg: number): number => (deg * Math.PI) / 180

/** A left hand is the right one in a mirror: turns around y and z change sign, the bend around x does not. */
function inParentAxes(bend: Bend, rest: Quaternion, handedness: Handedness): Quaternion {
  const side = handedness === 'right' ? 1 : -1
  const own = new Quaternion()
    .setFromAxisAngle(Y, radians(bend.spreadDeg * side))
    .multiply(new Quaternion().setFromAxisAngle(Z, radians(bend.twistDeg * side)))
    .multiply(new Quaternion().setFromAxisAngle(X, -radians(bend.flexDeg)))
  return rest.clone().multiply(own).multiply(rest.clone().invert())
}
