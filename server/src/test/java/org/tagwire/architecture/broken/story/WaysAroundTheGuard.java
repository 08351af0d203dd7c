package org.tagwire.architecture.broken.story;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.jsoup.Jsoup;
import org.xml.sax.SAXException;

/** Goes out by every way but the one. Compiled, never run. */
public final class WaysAroundTheGuard {

  /** Asks for a page. */
  public List<Object> pages(URL url) throws IOException {
    return List.of(
        url.openStream(),
        url.openConnection(),
        url.hashCode(),
        ImageIO.read(url),
        Jsoup.connect("http://site.example/"),
        HttpClient.newHttpClient(),
        HttpClients.createMinimal());
  }

  /** Looks a name up. */
  public List<Object> names(String name) throws IOException {
    return List.of(
        InetAddress.getByName(name),
        InetAddress.getAllByName(name),
        InetAddress.getLocalHost(),
        new InetSocketAddress(name, 80));
  }

  /** Opens sockets. */
  public List<Object> sockets(String name) throws IOException, GeneralSecurityException {
    return List.of(
        new Socket(name, 80),
        new DatagramSocket(),
        new MulticastSocket(),
        SocketChannel.open(),
        AsynchronousSocketChannel.open(),
        DatagramChannel.open(),
        SocketFactory.getDefault(),
        SSLContext.getDefault());
  }

  /** Asks a connection that somebody else opened. */
  public int status(HttpURLConnection connection) throws IOException {
    return connection.getResponseCode();
  }

  /** Lets others go out. */
  public List<Object> others(String address)
      throws IOException, NamingException, ParserConfigurationException, SAXException {
    return List.of(
        new ProcessBuilder("curl", address).directory(new File(".")).start(),
        Runtime.getRuntime().exec(new String[] {"curl", address}),
        new InitialContext(),
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(address));
  }
}
