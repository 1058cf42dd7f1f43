package nl.uitweg.editing.po;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.uitweg.platform.i18n.Language;
import org.fedorahosted.tennera.jgettext.Message;
import org.fedorahosted.tennera.jgettext.catalog.parse.MessageStreamParser;

/**
 * The PO file that a translator returns.
 *
 * @param messages the texts by {@code msgctxt}, without the header and obsolete texts
 * @param duplicates contexts that are in the file more than once
 */
record PoFile(Map<String, Message> messages, Set<String> duplicates) {

  private static final Pattern CHARSET = Pattern.compile("charset=([^\\s\\\\\"]+)");
  private static final Pattern LANGUAGE = Pattern.compile("(?m)^Language:[ \\t]*(\\S*)");
  private static final Pattern LINE = Pattern.compile("\\[line=(\\d+)]|line (\\d+)");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Reads the file. A byte order mark and Windows line ends are accepted.
   *
   * @param language the language that the file must have
   * @throws IllegalStateException with the name of the file, the line if it is known, and what to
   *     do, when the file cannot be used as a whole
   */
  static PoFile read(Path file, Language language) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.isDirectory(file)) {
      throw new IllegalStateException(name + " is a folder; give the PO file in it");
    }
    return parse(name, Files.readAllBytes(file), language);
  }

  static PoFile parse(String name, byte[] bytes, Language language) {
    String text = decode(name, bytes).replace("\r\n", "\n");
    Map<String, Message> messages = new LinkedHashMap<>();
    Set<String> duplicates = new LinkedHashSet<>();
    Optional<String> header = Optional.empty();
    try {
      MessageStreamParser parser = new MessageStreamParser(new StringReader(text));
      while (parser.hasNext()) {
        Message message = parser.next();
        String context = Optional.ofNullable(message.getMsgctxt()).orElse("");
        if (message.isHeader()) {
          header = Optional.of(message.getMsgstr());
        } else if (!message.isObsolete() && messages.put(context, message) != null) {
          duplicates.add(context);
        }
      }
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalStateException(
          name
              + ": a plural text lacks a form, or its forms are not in the order msgstr[0],"
              + " msgstr[1] …; msgfmt -c "
              + name
              + " names the line",
          e);
    } catch (RuntimeException e) {
      throw syntaxError(name, e);
    }
    requireHeader(name, text, header, language);
    return new PoFile(messages, duplicates);
  }

  private static IllegalStateException syntaxError(String name, RuntimeException e) {
    String reason = String.valueOf(e.getMessage());
    String line =
        LINE.matcher(reason)
            .results()
            .reduce((first, last) -> last)
            .map(match -> ":" + (match.group(1) == null ? match.group(2) : match.group(1)))
            .orElse("");
    return new IllegalStateException(
        name
            + line
            + ": this is not a PO file: "
            + reason.replaceAll(" ?\\[line=-?\\d+]| ?line \\d+:?.*", "")
            + "; correct this line, or export again",
        e);
  }

  private static String decode(String name, byte[] bytes) {
    String raw = new String(bytes, StandardCharsets.ISO_8859_1);
    String charset =
        CHARSET.matcher(raw).results().findFirst().map(match -> match.group(1)).orElse("UTF-8");
    String save =
        "; save it as UTF-8 in the translation program, or run msgconv --to-code=UTF-8 -o new.po "
            + name;
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      if (!charset.equalsIgnoreCase("UTF-8")) {
        throw new IllegalStateException(
            name + ": its header says charset=" + charset + " instead of UTF-8" + save);
      }
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      int position = Math.min(buffer.position(), bytes.length - 1);
      long line = raw.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
      throw new IllegalStateException(
          "%s:%d: the file is not in UTF-8 (byte 0x%02X); its header says charset=%s%s"
              .formatted(name, line, bytes[position], charset, save),
          e);
    }
  }

  private static void requireHeader(
      String name, String text, Optional<String> header, Language language) {
    if (text.isBlank() || header.isEmpty()) {
      throw new IllegalStateException(
          name + ": this is not a PO file: it has no header; export again and translate that file");
    }
    String code =
        LANGUAGE
            .matcher(header.get())
            .results()
            .findFirst()
            .map(match -> match.group(1))
            .orElse("");
    if (code.isEmpty()) {
      throw new IllegalStateException(
          "%s: its header does not name the language; add \"Language: %s\\n\" to it"
              .formatted(name, language.code().replace('-', '_')));
    }
    ULocale found = ULocale.addLikelySubtags(ULocale.forLanguageTag(code.replace('_', '-')));
    ULocale expected = ULocale.addLikelySubtags(ULocale.forLanguageTag(language.code()));
    if (!found.getLanguage().equals(expected.getLanguage())
        || !found.getScript().equals(expected.getScript())) {
      throw new IllegalStateException(
          "%s: is a translation into %s (%s) by its header, not into %s (%s)"
              .formatted(
                  name,
                  found.getDisplayLanguage(ULocale.ENGLISH),
                  code,
                  expected.getDisplayLanguage(ULocale.ENGLISH),
                  language.code()));
    }
  }
}
