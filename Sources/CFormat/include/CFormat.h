#pragma once
#include <stddef.h>

/// A published file of the exchange format that every bundle carries.
struct format_file {
  /// In a bundle, below `data/`.
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

/// How many there are.
size_t format_file_count(void);

/// One of them, by place, ascending by path.
struct format_file format_file_at(size_t place);
