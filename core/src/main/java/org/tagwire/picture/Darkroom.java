package org.tagwire.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes pictures and makes small ones of them: one at a time, in a thread of its own that ends
 * when it has nothing to do. Safe for use by many threads; nothing of Java's imaging is loaded
 * before the first picture.
 */
final class Darkroom implements AutoCloseable {
  private static final int QUEUE = 32;
  private static final long IDLE_SECONDS = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final float QUALITY = 0.8f;

  /** No more than this is ever held decoded: 32 MB in bytes of four channels. */
  private static final long MOST_DECODED = 8_000_000;

  private final ThreadPoolExecutor bench =
      new ThreadPoolExecutor(
          1,
          1,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(QUEUE),
          Thread.ofPlatform().name("darkroom").daemon().factory());

  Darkroom() {
    bench.allowCoreThreadTimeOut(true);
  }

  /** Makes a picture that is at most so wide, and at most twice as high as that. */
  Picture develop(Negative negative, int width) {
    return done(() -> print(negative, width));
  }

  /** Makes an icon: a square of at most so many pixels a side that hides what is behind it. */
  Picture mount(Negative negative, int side) {
    return done(() -> icon(negative, side));
  }

  private Picture done(Callable<Optional<Print>> task) {
    Future<Optional<Print>> work;
    try {
      work = bench.submit(task);
    } catch (RejectedExecutionException full) {
      return new Picture.Busy();
    }
    try {
      Optional<Print> print = work.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return print.<Picture>map(Picture.Shown::new).orElseGet(Picture.Missing::new);
    } catch (ExecutionException broken) {
      // decoders throw whatever comes to them over what is broken
      return new Picture.Missing();
    } catch (TimeoutException slow) {
      work.cancel(true);
      return new Picture.Busy();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Picture.Busy();
    }
  }

  private static Optional<Print> print(Negative negative, int width) throws IOException {
    BufferedImage decoded = decoded(negative, width);
    if (decoded == null) {
      return Optional.empty();
    }
    Turn turn = negative.turn();
    Reduction reduction =
        turn.swaps()
            ? Reduction.of(decoded, 2 * width, width)
            : Reduction.of(decoded, width, 2 * width);
    Print.Format format = reduction.isTransparent() ? Print.Format.PNG : Print.Format.JPEG;
    return Optional.of(new Print(format, written(turn.applied(reduction.image()), format)));
  }

  private static Optional<Print> icon(Negative negative, int side) throws IOException {
    BufferedImage decoded = decoded(negative, side);
    if (decoded == null) {
      return Optional.empty();
    }
    BufferedImage small = negative.turn().applied(Reduction.of(decoded, side, side).image());
    Print.Format format = Print.Format.PNG;
    return Optional.of(new Print(format, written(Plate.under(small), format)));
  }

  private static @Nullable BufferedImage decoded(Negative negative, int width) throws IOException {
    if (negative.kind() == Negative.Kind.BITMAP) {
      return Bitmap.read(negative.bytes()).map(Bitmap::image).orElse(null);
    }
    String format = negative.kind().name().toLowerCase(Locale.ROOT);
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    if (!readers.hasNext()) {
      return null;
    }
    ImageReader reader = readers.next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(negative.bytes()))) {
      reader.setInput(in, true, true);
      if (reader.getWidth(0) > negative.width() || reader.getHeight(0) > negative.height()) {
        return null;
      }
      return reader.read(0, parameters(reader, negative, width));
    } finally {
      reader.dispose();
    }
  }

  /** Leaves out rows and columns as long as twice the asked width is left to average over. */
  private static ImageReadParam parameters(ImageReader reader, Negative negative, int width)
      throws IOException {
    int shown = negative.turn().swaps() ? negative.height() : negative.width();
    int step = Math.max(1, shown / (2 * width));
    while (negative.pixels() / ((long) step * step) > MOST_DECODED) {
      step++;
    }
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    while (types.hasNext()) {
      ImageTypeSpecifier type = types.next();
      if (Reduction.readsFast(type.getBufferedImageType())) {
        parameters.setDestinationType(type);
        return parameters;
      }
    }
    return parameters;
  }

  private static byte[] written(BufferedImage image, Print.Format format) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format.suffix()).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 << 10);
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (format == Print.Format.JPEG) {
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(QUALITY);
      }
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    bench.shutdownNow();
  }
}
