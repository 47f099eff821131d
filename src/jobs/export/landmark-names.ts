/** BlazePose's 33 landmarks in their order (arXiv:2006.10204, figure 3). Sides are the person's own. */
export const LANDMARK_NAMES = [
  'nose',
  ...['left_eye_inner', 'left_eye', 'left_eye_outer'],
  ...['right_eye_inner', 'right_eye', 'right_eye_outer'],
  ...['left_ear', 'right_ear', 'mouth_left', 'mouth_right'],
  ...['left_shoulder', 'right_shoulder', 'left_elbow', 'right_elbow', 'left_wrist', 'right_wrist'],
  ...['left_pinky', 'right_pinky', 'left_index', 'right_index', 'left_thumb', 'right_thumb'],
  ...['left_hip', 'right_hip', 'left_knee', 'right_knee', 'left_ankle', 'right_ankle'],
  ...['left_heel', 'right_heel', 'left_foot_index', 'right_foot_index'],
] as const

/** A hand's 21 landmarks in their order (arXiv:2006.10214, figure 3). */
export const HAND_LANDMARK_NAMES = [
  ...['wrist', 'thumb_cmc', 'thumb_mcp', 'thumb_ip', 'thumb_tip'],
  ...['index', 'middle', 'ring', 'pinky'].flatMap((finger) =>
    ['mcp', 'pip', 'dip', 'tip'].map((joint) => `${finger}_${joint}`),
  ),
] as const
