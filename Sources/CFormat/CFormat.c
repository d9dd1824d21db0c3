#include "CFormat.h"

// Bytes of a file stand here at no cost; Swift's own way of embedding takes a quarter of a minute for as many.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char readme[] = {
#embed "../../exchange-formats/v1/bundle-readme.md"
};
static const unsigned char bagit_profile[] = {
#embed "../../exchange-formats/v1/bagit-profile.json"
};
static const unsigned char common_schema[] = {
#embed "../../exchange-formats/v1/schemas/common.schema.json"
};
static const unsigned char contact_schema[] = {
#embed "../../exchange-formats/v1/schemas/contact.schema.json"
};
static const unsigned char document_schema[] = {
#embed "../../exchange-formats/v1/schemas/document.schema.json"
};
static const unsigned char indicator_schema[] = {
#embed "../../exchange-formats/v1/schemas/indicator.schema.json"
};
static const unsigned char item_schema[] = {
#embed "../../exchange-formats/v1/schemas/item.schema.json"
};
static const unsigned char link_schema[] = {
#embed "../../exchange-formats/v1/schemas/link.schema.json"
};
static const unsigned char tables[] = {
#embed "../../exchange-formats/v1/schemas/tables.json"
};
static const unsigned char spec[] = {
#embed "../../exchange-formats/v1/spec.md"
};
static const unsigned char categories[] = {
#embed "../../exchange-formats/v1/vocabularies/categories.yaml"
};
static const unsigned char labels[] = {
#embed "../../exchange-formats/v1/vocabularies/labels.yaml"
};
static const unsigned char themes[] = {
#embed "../../exchange-formats/v1/vocabularies/themes.yaml"
};
static const unsigned char units[] = {
#embed "../../exchange-formats/v1/vocabularies/units.yaml"
};

#define FILE_OF(path, bytes) {path, bytes, sizeof bytes}

static const struct format_file files[] = {
    FILE_OF("README.md", readme),
    FILE_OF("format/bagit-profile.json", bagit_profile),
    FILE_OF("format/schemas/common.schema.json", common_schema),
    FILE_OF("format/schemas/contact.schema.json", contact_schema),
    FILE_OF("format/schemas/document.schema.json", document_schema),
    FILE_OF("format/schemas/indicator.schema.json", indicator_schema),
    FILE_OF("format/schemas/item.schema.json", item_schema),
    FILE_OF("format/schemas/link.schema.json", link_schema),
    FILE_OF("format/schemas/tables.json", tables),
    FILE_OF("format/spec.md", spec),
    FILE_OF("format/vocabularies/categories.yaml", categories),
    FILE_OF("format/vocabularies/labels.yaml", labels),
    FILE_OF("format/vocabularies/themes.yaml", themes),
    FILE_OF("format/vocabularies/units.yaml", units),
};

size_t format_file_count(void) { return sizeof files / sizeof files[0]; }

struct format_file format_file_at(size_t place) { return files[place]; }
