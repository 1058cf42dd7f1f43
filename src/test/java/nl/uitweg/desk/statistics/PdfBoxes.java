package nl.uitweg.desk.statistics;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;

/** Measures what a PDF document draws. */
final class PdfBoxes extends PDFGraphicsStreamEngine {

  private static final double PIXELS_PER_POINT = 96.0 / 72;

  private final List<Rectangle2D> drawn = new ArrayList<>();
  private GeneralPath path = new GeneralPath();

  private PdfBoxes(PDPage page) {
    super(page);
  }

  /** The widths in CSS pixels of the boxes of this height, in the order in which they are drawn. */
  static List<Integer> widths(byte[] pdf, int height) throws IOException {
    List<Integer> widths = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        PdfBoxes boxes = new PdfBoxes(page);
        boxes.processPage(page);
        boxes.drawn.stream()
            .filter(box -> pixels(box.getHeight()) == height)
            .forEach(box -> widths.add(pixels(box.getWidth())));
      }
    }
    return widths;
  }

  private static int pixels(double points) {
    return (int) Math.round(points * PIXELS_PER_POINT);
  }

  private void draw() {
    drawn.add(path.getBounds2D());
    path = new GeneralPath();
  }

  @Override
  public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
    path.moveTo(p0.getX(), p0.getY());
    for (Point2D point : List.of(p1, p2, p3)) {
      path.lineTo(point.getX(), point.getY());
    }
    path.closePath();
  }

  @Override
  public void drawImage(PDImage image) {
    throw new AssertionError("The document has an image");
  }

  @Override
  public void clip(int windingRule) {
    // what is clipped is drawn all the same
  }

  @Override
  public void moveTo(float x, float y) {
    path.moveTo(x, y);
  }

  @Override
  public void lineTo(float x, float y) {
    path.lineTo(x, y);
  }

  @Override
  public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
    path.curveTo(x1, y1, x2, y2, x3, y3);
  }

  @Override
  public Point2D getCurrentPoint() {
    return path.getCurrentPoint();
  }

  @Override
  public void closePath() {
    path.closePath();
  }

  @Override
  public void endPath() {
    path = new GeneralPath();
  }

  @Override
  public void strokePath() {
    draw();
  }

  @Override
  public void fillPath(int windingRule) {
    draw();
  }

  @Override
  public void fillAndStrokePath(int windingRule) {
    draw();
  }

  @Override
  public void shadingFill(COSName shading) {
    throw new AssertionError("The document has a shading");
  }
}
