package org.tagwire.fetch;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed: the judgement is the JDK's, this adds why one is not. Safe for
 * threads.
 */
public final class Trust {
  private final @Nullable KeyStore roots;

  private Trust(@Nullable KeyStore roots) {
    this.roots = roots;
  }

  /** Returns the certificate authorities the machine's JDK comes with. */
  public static Trust system() {
    return new Trust(null);
  }

  /** Returns the certificates of a store, and nobody else. */
  public static Trust of(KeyStore roots) {
    return new Trust(roots);
  }

  /**
   * Makes a context of TLS that judges servers so; reads the authorities, so make one and keep it.
   */
  SSLContext context() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(roots);
      X509ExtendedTrustManager judge =
          Arrays.stream(factory.getTrustManagers())
              .filter(X509ExtendedTrustManager.class::isInstance)
              .map(X509ExtendedTrustManager.class::cast)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("this JDK judges no certificates"));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Explaining(judge)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the certificate authorities could not be read", e);
    }
  }

  /** A certificate that is not believed, and why. */
  static final class DistrustedException extends CertificateException {
    private static final long serialVersionUID = 1L;
    private final FetchResult.Kind kind;

    DistrustedException(FetchResult.Kind kind, CertificateException cause) {
      super(kind.label(), cause);
      this.kind = kind;
    }

    FetchResult.Kind kind() {
      return kind;
    }
  }

  private static final class Explaining extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;

    Explaining(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      try {
        judge.checkServerTrusted(chain, type, socket);
      } catch (CertificateException no) {
        throw new DistrustedException(reason(no, chain, type), no);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      judge.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      judge.checkServerTrusted(chain, type);
    }

    private FetchResult.Kind reason(CertificateException no, X509Certificate[] chain, String type) {
      if (causedBy(no, CertificateExpiredException.class)
          || causedBy(no, CertificateNotYetValidException.class)) {
        return FetchResult.Kind.CERTIFICATE_EXPIRED;
      }
      if (causedBy(no, CertPathBuilderException.class)) {
        return isSelfSigned(chain)
            ? FetchResult.Kind.CERTIFICATE_SELF_SIGNED
            : FetchResult.Kind.CERTIFICATE_UNTRUSTED;
      }
      // Good in itself, so it is the name that is not the host's.
      return isGood(chain, type)
          ? FetchResult.Kind.CERTIFICATE_WRONG_HOST
          : FetchResult.Kind.CERTIFICATE_UNTRUSTED;
    }

    private boolean isGood(X509Certificate[] chain, String type) {
      try {
        judge.checkServerTrusted(chain, type);
        return true;
      } catch (CertificateException no) {
        return false;
      }
    }

    private static boolean isSelfSigned(X509Certificate[] chain) {
      return chain.length == 1
          && chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw noServer();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw noServer();
    }

    private static CertificateException noServer() {
      return new CertificateException("we are nobody's server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }

  /** Says whether an exception has a cause of this type. */
  static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
