import { createElement, Fragment, type ReactNode } from "react";
import { Away, isSafeAddress } from "./Away";

/**
 * The tiny subset operators and editors may write: headings, paragraphs, lists, strong, links with checked schemes.
 * Everything else is text; no markup is ever built from a string.
 */
export function Markdown({ text, firstHeading = 2 }: { text: string; firstHeading?: 2 | 3 }) {
  return <>{blocksOf(text).map((block, index) => renderBlock(block, index, firstHeading))}</>;
}

type Block = { kind: "heading"; level: number; text: string } | { kind: "list" | "paragraph"; lines: string[] };

function blocksOf(text: string): Block[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((chunk) => chunk.trim())
    .filter(Boolean)
    .map((chunk): Block => {
      const heading = /^(#{1,4})\s+(.+)$/.exec(chunk);
      if (heading) return { kind: "heading", level: (heading[1] ?? "#").length, text: heading[2] ?? "" };
      const lines = chunk.split("\n");
      if (lines.every((line) => /^[-*]\s+/.test(line))) {
        return { kind: "list", lines: lines.map((line) => line.replace(/^[-*]\s+/, "")) };
      }
      return { kind: "paragraph", lines };
    });
}

function renderBlock(block: Block, index: number, firstHeading: number): ReactNode {
  if (block.kind === "heading") {
    const level = Math.min(firstHeading - 1 + Math.max(block.level - 1, 1), 6);
    return createElement(`h${level}`, { key: index }, inline(block.text));
  }
  if (block.kind === "list") {
    return (
      <ul key={index}>
        {block.lines.map((line) => (
          <li key={line}>{inline(line)}</li>
        ))}
      </ul>
    );
  }
  return (
    <p key={index}>
      {block.lines.map((line, at) => (
        <Fragment key={line}>
          {at > 0 && <br />}
          {inline(line)}
        </Fragment>
      ))}
    </p>
  );
}

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)\s]+\))/).map((piece, index) => {
    const strong = /^\*\*([^*]+)\*\*$/.exec(piece);
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
    if (strong) return <strong key={index}>{strong[1]}</strong>;
    const link = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(piece);
    if (link?.[1] && link[2] && isSafeAddress(link[2])) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
        <Away key={index} href={link[2]}>
          {link[1]}
        </Away>
      );
    }
    return piece;
  });
}
