@fragment 23-text.sql
