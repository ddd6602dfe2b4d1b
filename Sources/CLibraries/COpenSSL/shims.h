#pragma once
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

/* Swift sees neither casting macros nor macros that call; these give them a name. */

static inline int openssl_set_minimum_tls12(SSL_CTX *context) {
    return (int)SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}

static inline int openssl_set_maximum_tls(SSL_CTX *context, int version) {
    return (int)SSL_CTX_set_max_proto_version(context, version);
}

static inline int openssl_allow_tls11(SSL_CTX *context) {
    return (int)SSL_CTX_set_min_proto_version(context, TLS1_1_VERSION);
}

static inline void openssl_set_modes(SSL_CTX *context) {
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
}

static inline int openssl_set_server_name(SSL *ssl, const char *name) {
    return (int)SSL_set_tlsext_host_name(ssl, name);
}

/* A parameter points at its name and its value, and a Swift string lends its bytes for one call only: so the list is
   made and used here. */
static inline int openssl_hmac_sha256_begin(EVP_MAC_CTX *context, const unsigned char *key, size_t count) {
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0), OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, count, parameters);
}

static inline void openssl_memory_never_ends(BIO *bio) { BIO_set_mem_eof_return(bio, -1); }
static inline size_t openssl_pending(BIO *bio) { return BIO_ctrl_pending(bio); }
static inline unsigned long openssl_reason(unsigned long error) { return (unsigned long)ERR_GET_REASON(error); }
static inline int openssl_host_flags(void) { return X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS; }
static inline int openssl_add_chain(SSL_CTX *context, X509 *certificate) {
    return (int)SSL_CTX_add1_chain_cert(context, certificate);
}
