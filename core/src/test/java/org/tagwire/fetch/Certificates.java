package org.tagwire.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Makes certificates as a test needs them: X.509 version 3 with keys on P-256, written in DER by
 * hand (RFC 5280), because the JDK makes none.
 *
 * @param chain from the server's own to the authority's
 * @param key of the first
 */
record Certificates(List<X509Certificate> chain, PrivateKey key) {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final byte[] ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));

  Certificates {
    chain = List.copyOf(chain);
  }

  /**
   * What is written into a certificate.
   *
   * @param name the common name, and the alternative name unless it is an authority
   * @param isAuthority whether it may sign others
   * @param from valid from
   * @param until valid until
   */
  record Facts(String name, boolean isAuthority, Instant from, Instant until) {
    static Facts of(String name, boolean isAuthority) {
      Instant now = Instant.now();
      return new Facts(name, isAuthority, now.minus(YEAR), now.plus(YEAR));
    }

    /** The same, but its time is over. */
    Facts past() {
      return new Facts(
          name, isAuthority, from.minus(YEAR), until.minus(YEAR).minus(YEAR.dividedBy(2)));
    }

    /** The same, but its time has not come. */
    Facts future() {
      return new Facts(name, isAuthority, until, until.plus(YEAR));
    }
  }

  static Certificates authority() {
    return selfSigned(Facts.of("Tagwire test authority", true));
  }

  static Certificates selfSigned(Facts facts) {
    KeyPair pair = keys();
    return new Certificates(
        List.of(certificate(facts, pair, facts.name(), pair.getPrivate())), pair.getPrivate());
  }

  /** Makes a certificate signed by this one. */
  Certificates sign(Facts facts) {
    KeyPair pair = keys();
    String issuer = commonName(chain.getFirst());
    List<X509Certificate> longer = new ArrayList<>();
    longer.add(certificate(facts, pair, issuer, key));
    longer.addAll(chain);
    return new Certificates(longer, pair.getPrivate());
  }

  /** Believes the last certificate of the chain, and nobody else. */
  Trust trust() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("root", chain.getLast());
      return Trust.of(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The context of a server that shows this chain. */
  SSLContext server() {
    try {
      char[] password = "changeit".toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, password, chain.toArray(new Certificate[0]));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, password);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String commonName(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName().substring("CN=".length());
  }

  private static X509Certificate certificate(
      Facts facts, KeyPair pair, String issuer, PrivateKey signer) {
    byte[] facts3 =
        sequence(
            tagged(0xa0, integer(2)),
            integer(System.nanoTime()),
            ECDSA_SHA256,
            name(issuer),
            sequence(time(facts.from()), time(facts.until())),
            name(facts.name()),
            pair.getPublic().getEncoded(),
            tagged(
                0xa3, sequence(facts.isAuthority() ? maySign() : alternativeName(facts.name()))));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer);
      signature.update(facts3);
      byte[] signed = tagged(3, new byte[] {0}, signature.sign());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(sequence(facts3, ECDSA_SHA256, signed)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] name(String commonName) {
    byte[] text = tagged(0x0c, commonName.getBytes(StandardCharsets.UTF_8));
    return sequence(tagged(0x31, sequence(oid(0x55, 4, 3), text)));
  }

  private static byte[] maySign() {
    byte[] yes = sequence(tagged(1, new byte[] {-1}));
    return sequence(oid(0x55, 0x1d, 0x13), tagged(1, new byte[] {-1}), tagged(4, yes));
  }

  private static byte[] alternativeName(String host) {
    byte[] dns = tagged(0x82, host.getBytes(StandardCharsets.US_ASCII));
    return sequence(oid(0x55, 0x1d, 0x11), tagged(4, sequence(dns)));
  }

  private static byte[] time(Instant instant) {
    String text =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT)
            .format(instant.atZone(ZoneOffset.UTC));
    // Until 2049 the year has two digits (RFC 5280 §4.1.2.5).
    return tagged(0x17, text.substring(2).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] integer(long value) {
    return tagged(2, BigInteger.valueOf(value).toByteArray());
  }

  private static byte[] oid(int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return tagged(6, content);
  }

  private static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  private static byte[] tagged(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    int length = content.size();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else {
      out.write(length < 0x100 ? 0x81 : 0x82);
      if (length >= 0x100) {
        out.write(length >> 8);
      }
      out.write(length);
    }
    out.writeBytes(content.toByteArray());
    return out.toByteArray();
  }
}
