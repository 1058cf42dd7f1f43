package nl.uitweg.content;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * HTML that this package made from a text of an editor. Templates write it without escaping it.
 * Only this package can create an instance, so a text of a visitor or an officer can never become
 * one.
 */
public final class RenderedMarkdown {

  public static final RenderedMarkdown EMPTY = new RenderedMarkdown("");

  private final String html;

  RenderedMarkdown(String html) {
    this.html = html;
  }

  public String html() {
    return html;
  }

  public boolean isEmpty() {
    return html.isEmpty();
  }

  @Override
  public String toString() {
    return html;
  }

  /** Makes templates write the HTML as it is. */
  @Singleton
  static class Output implements ResultMapper {

    /** Above the mapper that escapes HTML. */
    private static final int PRIORITY = 10;

    void register(@Observes EngineBuilder builder) {
      builder.addResultMapper(this);
    }

    @Override
    public int getPriority() {
      return PRIORITY;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
      return result instanceof RenderedMarkdown;
    }

    @Override
    public String map(Object result, Expression expression) {
      return ((RenderedMarkdown) result).html();
    }
  }
}
