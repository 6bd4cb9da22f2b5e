/**
 * Packages of Office that are encrypted with a password (MS-OFFCRYPTO 2.3.4): agile encryption, as written since Office
 * 2010, and standard encryption of Office 2007. The package inside is deciphered piece by piece.
 */
import { createDecipheriv, createHash } from 'node:crypto'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { type CompoundFile, withCompoundFile } from '../compound-file.ts'

const maxInfoBytes = 1024 * 1024
/** Office writes 100,000: so many times a password is hashed before it is known to be right. */
const maxSpinCount = 5_000_000
const standardSpinCount = 50_000
const segmentBytes = 4096
const blockBytes = 16
/** Rounds of hashing between looks at the clock. */
const spinsAtOnce = 2_000

type Decipher = (segment: Buffer, index: number) => Buffer

/**
 * Hands the bytes of the package inside the file at `path` to `use`. Throws `encrypted_workbook` where the password is
 * wrong, `damaged_workbook`, and `unsupported_kind` for a way of encryption that is not known here.
 */
export function withDecipheredPackage<Result>(
  path: string,
  password: string,
  context: WorkContext,
  use: (chunks: AsyncGenerator<Buffer, void, undefined>) => Promise<Result>,
): Promise<Result> {
  return withCompoundFile(path, async (file) => {
    const decipher = await decipherOf(await infoOf(file), password, context)
    return use(deciphered(file, decipher))
  })
}

async function* deciphered(file: CompoundFile, decipher: Decipher): AsyncGenerator<Buffer, void, undefined> {
  const stream = file.stream('EncryptedPackage')
  if (stream === null) throw damaged('no package is in it')
  let rest: Buffer = Buffer.alloc(0)
  /** Bytes of the package still to come, as it says at its start. */
  let left: number | null = null
  let index = 0
  for await (const chunk of stream.chunks()) {
    rest = Buffer.concat([rest, chunk])
    if (left === null) {
      if (rest.length < 8) continue
      left = Number(rest.readBigUInt64LE(0))
      rest = rest.subarray(8)
    }
    while (rest.length >= segmentBytes && left > 0) {
      const plain = decipher(rest.subarray(0, segmentBytes), index++).subarray(0, left)
      rest = rest.subarray(segmentBytes)
      left -= plain.length
      yield plain
    }
  }
  const whole = rest.subarray(0, rest.length - (rest.length % blockBytes))
  if (left !== null && left > 0 && whole.length > 0) yield decipher(whole, index).subarray(0, left)
}

async function infoOf(file: CompoundFile): Promise<Buffer> {
  const stream = file.stream('EncryptionInfo')
  if (stream === null || stream.bytes < 8 || stream.bytes > maxInfoBytes)
    throw damaged('how it is encrypted is not said')
  const pieces: Buffer[] = []
  for await (const chunk of stream.chunks()) pieces.push(chunk)
  return Buffer.concat(pieces)
}

async function decipherOf(info: Buffer, password: string, context: WorkContext): Promise<Decipher> {
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)]
  try {
    if (major === 4 && minor === 4) return await agile(info.toString('utf8', 8), password, context)
    if (minor === 2 && major >= 2 && major <= 4) return await standard(info, password, context)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Error' || error instanceof StoryglassError) throw error
    throw damaged(`how it is encrypted cannot be read: ${error.message}`)
  }
  throw new StoryglassError('unsupported_kind', `a workbook encrypted in the way ${major}.${minor}`)
}

/** What an element of the agile description says of its cipher. */
interface Parameters {
  readonly salt: Buffer
  readonly hash: string
  readonly keyBytes: number
  value(name: string): string
}

const hashes: Readonly<Record<string, string>> = {
  SHA1: 'sha1',
  'SHA-1': 'sha1',
  SHA256: 'sha256',
  SHA384: 'sha384',
  SHA512: 'sha512',
}

function parametersOf(xml: string, element: string): Parameters {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\b([^<>]*)>`, 'u').exec(xml)?.[1] ?? ''
  const values = new Map([...tag.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [name, value]))
  const value = (name: string): string => values.get(name) ?? ''
  const hash = hashes[value('hashAlgorithm')]
  const keyBits = Number(value('keyBits'))
  if (value('cipherAlgorithm') !== 'AES' || value('cipherChaining') !== 'ChainingModeCBC' || hash === undefined) {
    throw new StoryglassError('unsupported_kind', `a workbook encrypted by ${value('cipherAlgorithm')}`)
  }
  if (![128, 192, 256].includes(keyBits)) throw damaged(`a key of ${keyBits} bits`)
  return { salt: Buffer.from(value('saltValue'), 'base64'), hash, keyBytes: keyBits / 8, value }
}

/** What a hash is of besides the password, for each thing that is enciphered by it (MS-OFFCRYPTO 2.3.4.13). */
const blocks = {
  verifierInput: Buffer.from('fea7d2763b4b9e79', 'hex'),
  verifierValue: Buffer.from('d7aa0f6d3061344e', 'hex'),
  key: Buffer.from('146e0be7abacd0d6', 'hex'),
}

async function agile(xml: string, password: string, context: WorkContext): Promise<Decipher> {
  const data = parametersOf(xml, 'keyData')
  const own = parametersOf(xml, 'encryptedKey')
  const spins = Number(own.value('spinCount'))
  if (!Number.isInteger(spins) || spins < 0 || spins > maxSpinCount) {
    throw new StoryglassError('hostile_content', `a password to be hashed ${own.value('spinCount')} times`)
  }
  const spun = await spin(own.hash, own.salt, password, spins, context)
  const open = (block: Buffer, name: string): Buffer =>
    decipherBlocks(
      padded(hashOf(own.hash, spun, block), own.keyBytes),
      padded(own.salt, blockBytes),
      Buffer.from(own.value(name), 'base64'),
    )
  const input = open(blocks.verifierInput, 'encryptedVerifierHashInput').subarray(0, own.salt.length)
  const expected = hashOf(own.hash, input)
  if (!open(blocks.verifierValue, 'encryptedVerifierHashValue').subarray(0, expected.length).equals(expected))
    throw wrong()
  const key = open(blocks.key, 'encryptedKeyValue').subarray(0, data.keyBytes)
  return (segment, index) => decipherBlocks(key, padded(hashOf(data.hash, data.salt, u32(index)), blockBytes), segment)
}

async function standard(info: Buffer, password: string, context: WorkContext): Promise<Decipher> {
  const headerBytes = info.readUInt32LE(8)
  const keyBytes = info.readUInt32LE(12 + 16) / 8
  const verifier = 12 + headerBytes
  if (![16, 24, 32].includes(keyBytes)) throw damaged(`a key of ${keyBytes} bytes`)
  const salt = info.subarray(verifier + 4, verifier + 20)
  const spun = hashOf('sha1', await spin('sha1', salt, password, standardSpinCount, context), u32(0))
  const half = (byte: number): Buffer => {
    const mask = Buffer.alloc(64, byte)
    for (const [index, value] of spun.entries()) mask[index] = (mask[index] ?? 0) ^ value
    return hashOf('sha1', mask)
  }
  const key = Buffer.concat([half(0x36), half(0x5c)]).subarray(0, keyBytes)
  const expected = hashOf('sha1', decipherBlocks(key, null, info.subarray(verifier + 20, verifier + 36)))
  const stated = decipherBlocks(key, null, info.subarray(verifier + 40, verifier + 72))
  if (!stated.subarray(0, expected.length).equals(expected)) throw wrong()
  return (segment) => decipherBlocks(key, null, segment)
}

/** The hash of salt and password, hashed again so many times with the number of each round in front. */
async function spin(
  hash: string,
  salt: Buffer,
  password: string,
  spins: number,
  context: WorkContext,
): Promise<Buffer> {
  const pause = pacer(context)
  let result = hashOf(hash, salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < spins; round += 1) {
    result = hashOf(hash, u32(round), result)
    if (round % spinsAtOnce === 0) await pause()
  }
  return result
}

function hashOf(hash: string, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

/** Cut to length, or filled up as Office does. */
function padded(bytes: Buffer, length: number): Buffer {
  return bytes.length >= length
    ? bytes.subarray(0, length)
    : Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}

/** AES in chained blocks, or block by block where there is no vector. */
function decipherBlocks(key: Buffer, vector: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-${vector === null ? 'ecb' : 'cbc'}`, key, vector)
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function wrong(): StoryglassError {
  return new StoryglassError('encrypted_workbook', 'wrong password')
}

function damaged(why: string): StoryglassError {
  return new StoryglassError('damaged_workbook', why)
}
