package org.tagwire.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the head of an answer (RFC 9112 §4, §5), counting as it reads, so that no server decides
 * how much of it is kept.
 *
 * <p>The status line is read strictly, but for the reason, which may be missing. Header lines that
 * are none are dropped; bytes are kept as they came, one character each. Where Content-Length and
 * Transfer-Encoding contradict each other, the latter counts and the connection is not used again
 * (RFC 9112 §6.3). One instance belongs to one connection and is used by one thread at a time.
 */
final class AnswerParser implements HttpMessageParser<ClassicHttpResponse> {
  private static final int MAX_LINES = 200;
  private static final int MAX_INTERIM = 10;
  private static final int MAX_EMPTY_LINES = 2;

  private final int maxBytes;
  private final CharArrayBuffer line = new CharArrayBuffer(256);
  private boolean answeredBefore;
  private int interim;

  AnswerParser(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in)
      throws IOException, ProtocolException {
    if (answeredBefore && buffer.length() > 0) {
      // Bytes behind the last body are no answer to this request; they would be read as one.
      throw new NoHttpResponseException("the last answer was longer than it said");
    }
    ClassicHttpResponse answer = statusLine(buffer, in);
    for (Header header : headers(buffer, in)) {
      answer.addHeader(header);
    }
    frame(answer);
    boolean isInterim = answer.getCode() < 200;
    interim = isInterim ? interim + 1 : 0;
    if (interim > MAX_INTERIM) {
      throw new ProtocolException("more than " + MAX_INTERIM + " interim answers");
    }
    answeredBefore = !isInterim;
    return answer;
  }

  private ClassicHttpResponse statusLine(SessionInputBuffer buffer, InputStream in)
      throws IOException, ProtocolException {
    for (int empty = 0; empty <= MAX_EMPTY_LINES; empty++) {
      line.clear();
      if (buffer.readLine(line, in) < 0) {
        throw new NoHttpResponseException("closed without an answer");
      }
      if (!line.isEmpty()) {
        return statusLine(line.toString());
      }
    }
    throw new ProtocolException("empty lines where an answer was to begin");
  }

  private static ClassicHttpResponse statusLine(String text) throws ProtocolException {
    boolean known = text.startsWith("HTTP/1.1 ") || text.startsWith("HTTP/1.0 ");
    String rest = known ? text.substring(9).stripLeading() : "";
    boolean status =
        rest.length() >= 3
            && rest.chars().limit(3).allMatch(c -> c >= '0' && c <= '9')
            && rest.charAt(0) >= '1'
            && rest.charAt(0) <= '5'
            && (rest.length() == 3 || rest.charAt(3) == ' ');
    if (!status) {
      throw new ProtocolException("no status line");
    }
    var answer = new BasicClassicHttpResponse(Integer.parseInt(rest.substring(0, 3)));
    answer.setVersion(text.charAt(7) == '1' ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0);
    return answer;
  }

  private List<Header> headers(SessionInputBuffer buffer, InputStream in) throws IOException {
    List<Header> headers = new ArrayList<>();
    StringBuilder unfolded = new StringBuilder();
    int bytes = 0;
    for (int lines = 0; ; lines++) {
      line.clear();
      if (buffer.readLine(line, in) < 0) {
        throw new ConnectionClosedException("closed within the headers");
      }
      bytes += line.length() + 2;
      if (bytes > maxBytes || lines > MAX_LINES) {
        throw new MessageConstraintException("more than " + maxBytes + " bytes or too many lines");
      }
      boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (!folded) {
        add(unfolded, headers);
        unfolded.setLength(0);
      }
      if (line.isEmpty()) {
        return headers;
      }
      unfolded
          .append(folded ? " " : "")
          .append(folded ? line.substringTrimmed(0, line.length()) : line);
    }
  }

  private static void add(StringBuilder text, List<Header> headers) {
    int colon = text.indexOf(":");
    String name = colon < 0 ? "" : text.substring(0, colon).stripTrailing();
    if (!name.isEmpty() && name.chars().allMatch(AnswerParser::isTokenChar)) {
      headers.add(new BasicHeader(name, trimmed(text.substring(colon + 1))));
    }
  }

  /** RFC 9110 §5.6.2. */
  private static boolean isTokenChar(int c) {
    return c > ' ' && c < 0x7f && "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0;
  }

  /** Takes blanks and tabs off both ends, and nothing else: a NUL is the server's. */
  private static String trimmed(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isBlank(value.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Settles how long the body is where the headers say it twice. */
  private static void frame(ClassicHttpResponse answer) throws ProtocolException {
    Header[] lengths = answer.getHeaders("Content-Length");
    if (lengths.length > 0 && answer.containsHeader("Transfer-Encoding")) {
      answer.removeHeaders("Content-Length");
      answer.removeHeaders("Connection");
      answer.addHeader("Connection", "close");
      return;
    }
    for (Header length : lengths) {
      if (!length.getValue().equals(lengths[0].getValue())) {
        throw new ProtocolException("two lengths for one body");
      }
    }
    if (lengths.length > 1) {
      answer.removeHeaders("Content-Length");
      answer.addHeader(lengths[0]);
    }
  }
}
