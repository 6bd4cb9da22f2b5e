/** Questions and notices over a process channel; the same on both sides. */
import type { Message, Notice, QuestionName, Questions } from './messages.ts'

type Answerers = { [Name in QuestionName]?: (ask: Questions[Name]['ask']) => Promise<Questions[Name]['answer']> }

export interface Link {
  ask<Name extends QuestionName>(name: Name, ask: Questions[Name]['ask']): Promise<Questions[Name]['answer']>
  tell(notice: Notice): void
  /** To be called with everything that arrives. */
  receive(message: Message): void
  /** The other side has gone: all that waits for it fails. */
  lost(why: string): void
}

export function createLink(options: {
  readonly send: (message: Message) => void
  readonly answerers: Answerers
  readonly onNotice: (notice: Notice) => void
}): Link {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let nextId = 1
  let isLost = false

  async function answer(message: Message & { type: 'ask' }): Promise<void> {
    const answerer = options.answerers[message.question] as ((ask: unknown) => Promise<unknown>) | undefined
    let reply: Message
    try {
      if (!answerer) throw new Error(`nobody answers ${message.question} here`)
      reply = { type: 'answer', id: message.id, value: await answerer(message.payload) }
    } catch (error) {
      reply = { type: 'failure', id: message.id, message: String(error) }
    }
    if (!isLost) options.send(reply)
  }

  return {
    ask(question, payload) {
      if (isLost) return Promise.reject(new Error('the other half of the stand-in has gone'))
      const id = nextId
      nextId += 1
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        options.send({ type: 'ask', id, question, payload })
      })
    },
    tell(notice) {
      if (!isLost) options.send({ type: 'notice', notice })
    },
    receive(message) {
      switch (message.type) {
        case 'ask':
          void answer(message)
          return
        case 'answer':
          waiting.get(message.id)?.resolve(message.value as never)
          waiting.delete(message.id)
          return
        case 'failure':
          waiting.get(message.id)?.reject(new Error(message.message))
          waiting.delete(message.id)
          return
        case 'notice':
          options.onNotice(message.notice)
      }
    },
    lost(why) {
      isLost = true
      for (const { reject } of waiting.values()) reject(new Error(why))
      waiting.clear()
    },
  }
}
