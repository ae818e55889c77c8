/**
 * What the shell and the boards know of each other.
 */

import type { Key, Language, Part, Values } from "../i18n";
import type { createClient } from "../client";
import type { asking } from "./asking";
import type { Format } from "./format";
import type { Notes } from "./notes";

export type Client = ReturnType<typeof createClient>;

/** One value of a board's state, and how the address tells it. */
export interface Setting<T> {
  /** What it is when the address does not say. */
  fallback: T;
  /** Undefined where the text is no such value. */
  parse(text: string): T | undefined;
  write(value: T): string;
  /** Whether it says where on the board one is, as a tab does: to choose another is a step in the browser's history. */
  isPlace?: boolean;
}

export type Settings = Record<string, Setting<unknown>>;

/** The values of a board's settings. */
export type StateOf<F> = { [Name in keyof F]: F[Name] extends Setting<infer T> ? T : never };

/** A board's state: read from the address, and kept there. */
export interface State<S> {
  /** Each is a signal: what is read of it in drawing is followed. */
  readonly values: Readonly<S>;
  /** Takes on new values, and writes them to the address. */
  set(changes: Partial<S>): void;
}

/** A button in a notice. */
export interface NoticeAction {
  label: Key;
  run(): void;
}

export interface Notice {
  /** A notice with the same id is replaced. */
  id: string;
  text: Key;
  values?: Values;
  action?: NoticeAction;
}

export interface Notices {
  /** Something went wrong: stays until it is over or dismissed. */
  problem(notice: Notice): void;
  /** Something can be had: stays until it is dismissed. */
  offer(notice: Notice): void;
  dismiss(id: string): void;
  /** A quiet word that goes away by itself, and at once when `isSo`, which reads signals, says that it is no longer so. */
  note(text: Key, values?: Values, isSo?: () => boolean): void;
}

/** What a button and a key do alike. */
export interface Action {
  /** What its button says now. */
  name(): Key;
  act(): void;
  /** Nothing would come of it now. */
  isOff?(): boolean;
}

/** What a run has. */
export type RunActions = Record<"run" | "step" | "reset", Action>;

/** What can be done on a board by the keys that all boards have. `undo`: the last stroke of a pen, or what else was put in by hand. */
export type Actions = Partial<RunActions & { undo: Action }>;

export interface Services<S> extends ReturnType<typeof asking> {
  client: Client;
  state: State<S>;
  readonly language: Language;
  /** The text in the reader's language. */
  t(key: Key, values?: Values): string;
  /** Numbers in the reader's locale. */
  readonly format: Format;
  notices: Notices;
  keys: { bind(actions: Actions): () => void };
  /** Fetches what a part of the board says that is opened later. */
  learn(parts: Part[]): Promise<Language>;
  /** Tells a screen reader, and shows nothing. */
  announce(text: string): void;
  /** To the next board of the lecture, and from the last one to what ends it; null beside the lecture. `to`: what that is called. */
  goOn: { to: Key; go(): void } | null;
}

export interface MountedBoard {
  destroy(): void;
}

export interface Board<F extends Settings> {
  settings: F;
  mount(root: HTMLElement, services: Services<StateOf<F>>): MountedBoard;
}

/** What a small picture of a board can use. */
export type PreviewServices = Pick<Services<unknown>, "client" | "t">;

/** A page with an address of its own; its code is loaded when it is first shown. */
export interface PageEntry {
  id: string;
  /** What it is called before its texts have come. */
  words: { title: Record<Language, string> };
  /** All else that it says. */
  texts: Part[];
  load(): Promise<Board<Settings>>;
}

/** A board in the list of boards. */
export interface BoardEntry extends PageEntry {
  /** Also the chapter of the lecture that it belongs to, and the one question that it asks. */
  words: Record<"title" | "chapter" | "question", Record<Language, string>>;
  /** A small picture that moves, drawn from the real thing: for the cover. */
  preview(): Promise<{ mountPreview(root: HTMLElement, services: PreviewServices): MountedBoard }>;
  notes(): Promise<{ notes: Notes }>;
}
