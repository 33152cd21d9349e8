import { fork } from 'node:child_process'
import { join } from 'node:path'
import { endProcess } from '../../scripts/endProcess.mjs'
import type { StubAgencies } from './StubAgencies.ts'

/** What the process of the agencies is told, and answers. */
export type AgenciesMessage =
  | { readonly type: 'ready'; readonly urls: Readonly<Record<string, string>> }
  | { readonly type: 'delay'; readonly milliseconds: number }
  | { readonly type: 'calls'; readonly calls: number }

type MessageOf<Type extends AgenciesMessage['type']> = Extract<AgenciesMessage, { readonly type: Type }>

const shutdown = [
  { signal: 'SIGTERM', limit: 2000 },
  { signal: 'SIGKILL', limit: 1000 },
] as const

/** Starts the stub agencies as a process of its own, which ends with this one. */
export async function launchAgencies(): Promise<StubAgencies> {
  const child = fork(join(import.meta.dirname, '..', 'agencies.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })

  /** The next message of a type; questions of one type are asked one after the other. */
  function next<Type extends AgenciesMessage['type']>(type: Type): Promise<MessageOf<Type>> {
    const { promise, resolve, reject } = Promise.withResolvers<MessageOf<Type>>()
    function onMessage(message: unknown): void {
      if (isOf(message, type)) resolve(message)
    }
    function onExit(): void {
      reject(new Error('The stub agencies ended unexpectedly.'))
    }
    child.on('message', onMessage).once('exit', onExit)
    return promise.finally(() => void child.off('message', onMessage).off('exit', onExit))
  }
  async function ask<Message extends AgenciesMessage>(message: Message): Promise<MessageOf<Message['type']>> {
    const answer = next<Message['type']>(message.type)
    child.send(message)
    return answer
  }

  const { urls } = await next('ready')
  return {
    urls: new Map(Object.entries(urls)),
    async setDelay(milliseconds) {
      await ask({ type: 'delay', milliseconds })
    },
    async takeCalls() {
      const { calls } = await ask({ type: 'calls', calls: 0 })
      return calls
    },
    stop: () => endProcess(child, shutdown),
  }
}

function isOf<Type extends AgenciesMessage['type']>(message: unknown, type: Type): message is MessageOf<Type> {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === type
}
