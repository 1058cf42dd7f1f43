package nl.uitweg.content;

import org.commonmark.node.CustomNode;

/** CommonMark node for a custom inline mark {@code {kind:value}}. */
final class Mark extends CustomNode {

  private final String kind;
  private final String value;

  Mark(String kind, String value) {
    this.kind = kind;
    this.value = value;
  }

  String kind() {
    return kind;
  }

  String value() {
    return value;
  }
}
