package nl.uitweg.platform.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * The primitives of Google Tink that this application uses: HPKE (RFC 9180), AES-256-GCM, streaming
 * AES-256-GCM for files, and HMAC-SHA-256 as a pseudo-random function for blind indexes.
 */
final class Primitives {

  static final int KEY_BYTES = 32;

  static final HpkeParameters HPKE;
  static final AesGcmParameters AES_256_GCM;
  static final PrfParameters PRF;
  private static final AesGcmParameters RAW_AES_256_GCM;
  private static final AesGcmHkdfStreamingParameters STREAMING_AES_256_GCM;
  private static final int STREAM_SEGMENT_BYTES = 64 * 1024;

  static {
    register();
    try {
      HPKE =
          HpkeParameters.builder()
              .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
              .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
              .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
              .setVariant(HpkeParameters.Variant.TINK)
              .build();
      AES_256_GCM = aesGcm(AesGcmParameters.Variant.TINK);
      PRF = PredefinedPrfParameters.HMAC_SHA256_PRF;
      RAW_AES_256_GCM = aesGcm(AesGcmParameters.Variant.NO_PREFIX);
      STREAMING_AES_256_GCM =
          AesGcmHkdfStreamingParameters.builder()
              .setKeySizeBytes(KEY_BYTES)
              .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
              .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
              .setCiphertextSegmentSizeBytes(STREAM_SEGMENT_BYTES)
              .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime does not support AES-GCM or X25519", e);
    }
  }

  private Primitives() {}

  static void register() {
    try {
      AeadConfig.register();
      HybridConfig.register();
      PrfConfig.register();
      StreamingAeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink cannot register its primitives", e);
    }
  }

  private static AesGcmParameters aesGcm(AesGcmParameters.Variant variant)
      throws GeneralSecurityException {
    return AesGcmParameters.builder()
        .setKeySizeBytes(KEY_BYTES)
        .setIvSizeBytes(12)
        .setTagSizeBytes(16)
        .setVariant(variant)
        .build();
  }

  /** AES-256-GCM with exactly this key of 32 bytes. */
  @AccessesPartialKey
  static Aead aead(SecretBytes key) throws GeneralSecurityException {
    AesGcmKey gcm = AesGcmKey.builder().setParameters(RAW_AES_256_GCM).setKeyBytes(key).build();
    return KeysetHandle.newBuilder()
        .addEntry(KeysetHandle.importKey(gcm).withFixedId(1).makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  /** Streaming AES-256-GCM with HKDF-SHA256 in segments of 64 KiB, with exactly this key. */
  @AccessesPartialKey
  static StreamingAead stream(SecretBytes key) throws GeneralSecurityException {
    return KeysetHandle.newBuilder()
        .addEntry(
            KeysetHandle.importKey(AesGcmHkdfStreamingKey.create(STREAMING_AES_256_GCM, key))
                .withFixedId(1)
                .makePrimary())
        .build()
        .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
  }
}
