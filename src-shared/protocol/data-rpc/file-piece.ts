/** Bytes of a piece of a file on its way between window and data process, before base64: ports between processes carry plain values only. */
export const FILE_PIECE_BYTES = 384 * 1024;
